"""Days that matter to a client: birthdays, anniversaries, festivals, renewals; by the sun or by the moon.

*Important date*: one such day, of the client or of one of its people. *Next*: the day on which it comes next, in the
client's time zone. *Reminder*: that its person was told of one coming of it, so many days before.
"""
