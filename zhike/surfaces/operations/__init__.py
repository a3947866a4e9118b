"""What administrators look at: who did what, from where (*audit*), and how the machine room is (*operations*).

*Section*: a part of the operations page, declared by the area that knows. *Slow*: a request that took long.
"""
