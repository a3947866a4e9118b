"""What a client reads, in two languages: each text beside its twin, and an alarm where one was changed alone.

*Twin*: one text of a record as it reads in the other language, and which wording prevails. *Behind*: one of the two was
changed, and nobody said since that both say the same. *Spoken*: a record as its reader reads it.
"""
