"""Private notes on a person or a meeting: for whoever wrote them, and those whom the writer lets read.

*Private note*: words of one of us about a record. It is no record itself: nothing lists, searches or exports it, no
event tells of it, and it lies sealed in the database. *Reader*: somebody with whom it is shared.
"""
