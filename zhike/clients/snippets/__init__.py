"""Snippets: texts that are written again and again, in English and in Chinese, put in by a key.

*Snippet*: one such text, a person's own or shared. *Blanks*: what is filled in when it is used, such as {contact}.
"""
