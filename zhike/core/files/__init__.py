"""Files on any record, seen by those who see the record.

*Attachment*: one file with its name and what its content is. *Draft*: a file taken in before its record is there.
*Claim*: giving drafts to the record they were meant for. *Keep*: write the content outside the web root.
"""
