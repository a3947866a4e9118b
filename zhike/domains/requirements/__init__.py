"""What clients want of us: from what was heard to what was agreed and built.

*Requirement*: one thing that somebody at a client wants, with where it was heard and why. *Ambiguity*: how much its
words leave open. *Wording*: what both sides mean by it, as an entry of the ledger which the client confirms; it is
agreed only then. *Declined*: a no with its reason, and with what we can do instead.
"""
