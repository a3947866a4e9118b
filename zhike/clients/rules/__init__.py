"""Rules about clients: written once as JSON, asked in SQL, explained in words.

*Rule*: conditions joined by all, any and not. *Condition*: a field, an operator, a value. *Field*: what of a client may
be asked; each area declares its own in `rule_fields.py`. *Fits*: the clients for whom the rule holds. *Needs*: what a
rule reads, and so which events may change whom it fits.
"""
