"""Asking clients what they want: interviews along a guide, and questionnaires that they answer by link.

*Guide*: questions that are asked again and again, in English, Chinese or both. *Inquiry*: one use of a guide with one
contact, in a conversation, a meeting or by a link. *Answer*: what was said to one question; a requirement may be made
of it, which then names the inquiry as where it was heard.
"""
