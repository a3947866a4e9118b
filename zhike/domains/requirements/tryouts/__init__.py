"""The client tries a prototype: what they are to do with it, what happened, and what follows from that.

*Tryout*: one version of a deliverable, tried by one contact. *Errand*: one thing they are to get done with it, with how
it went and what they said. What was found becomes a requirement or a defect, which names the tryout as where it was
seen.
"""
