"""One approval for everything that somebody else must agree to.

*Question*: a kind of thing that is asked, declared by its area. *Approval*: one such thing, asked about one record.
*Seat*: a person who may decide it. *Quorum*: how many must agree. *Delegation*: who decides for whom, and when.
*Void*: what was asked about has changed, so that the answer no longer holds.
"""
