"""What contacts wish: they correct themselves, through a link, how they want to be reached.

*Wishes*: the preferred channel, the language, the hours and the time zone of a contact.
"""
