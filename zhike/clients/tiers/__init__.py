"""Tiers: which level of service a client gets, and why.

*Tier*: a level, with a rule for whom it is and what it entitles to. *Override*: a tier given to a client by hand, with
a reason and somebody's approval, perhaps until a day. *Cadence*: every how many working days a client is spoken with.
"""
