"""What happened, as people read it and take it back.

*Feed*: events by day, with their sentences and what their records say. *Change*: one field of an edit, in words.
*Undo*: turning an edit, an archiving or a restoring round by the same verbs.
"""
