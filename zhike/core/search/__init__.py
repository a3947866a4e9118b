"""Finding anything one may see, in Chinese and English.

*Entry*: what the index knows of a record, one per client where it stands. *Source*: a kind of record that is searched.
*Hit*: a record found, with the reason shown. *Palette*: find or do, from anywhere.
"""
