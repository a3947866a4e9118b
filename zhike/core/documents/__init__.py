"""Documents: what a record has to tell, typeset as a PDF, in Chinese and English, the same on every machine.

*Document*: a template and what fills it, declared once. *Frame*: the look they share: page, head, foot, headings.
*Section*: a part of a document with a heading. *Typeset*: set in the fonts that came along, never in the machine's.
"""
