"""Projects for clients: what was agreed, the plan that leads there, and how far it is.

*Project*: work for a client with its lead, scope, budget and days. *Goal*: what it is for, and how one can tell.
*Phase*: a part of the plan (a stage; that word is taken by where a client stands); it may wait for *requirements*,
entries of the ledger that must be confirmed first. *Milestone*: a day that matters; every *move* of it keeps its
reason. *Task*: a piece of work with its owner and day, which may *follow* others. `planning` works out dates from it.
"""
