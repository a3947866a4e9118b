"""Talk among the staff about a record.

*Comment*: what someone says. *Mention*: calling a colleague by @name. *Watch*: hearing about a record.
"""
