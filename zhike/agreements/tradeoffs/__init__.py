"""Not all of it at once: what bounds the work, the ways there are, and the one that the client chooses.

*Trade-off*: what they want and what speaks against it, with its *ways*: each says the scope, the day and the price that
go with it, and what follows. It is sent by link and read side by side; the way that they choose is a decision of theirs
in the ledger. So it is also how one says no: no, because …, but we can ….
"""
