"""Whether a deliverable is good enough to be shown: what is tried, what was found, and the gate before the client.

*Check* (a test case): what is done with a deliverable, and what should come of it. *Run*: a check tried on one version,
with its result. *Defect*: something wrong, found in a version and fixed in one. *Gate*: what keeps a version from the
client: a check that fails, a defect graver than the project tolerates. *Override*: showing it all the same, with a
reason.
"""
