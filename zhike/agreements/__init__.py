"""The agreement ledger: what was promised, expected, decided and agreed, between us and each client.

*Entry*: one thing said, in its very words; they are never overwritten. *Promise*, *expectation*, *decision*,
*clause*, *constraint*: the kinds. *Side*: whose it is, ours or the client's. *Act*: one step in an entry's life, with
who said it, who wrote it down and how; acts are only ever added and form a *chain* per client. *Thread*: an entry and
what replaced it. *Known on* a day: what the books said by its end. *Valid on* a day: what held on it, as we know today.
"""
