"""Keeping in touch: how often who speaks with a client, on which channel and about what.

*Plan*: every so many working days, by one person, with one client or one contact of it. *Due*: the day by which the
next contact is planned. *Overdue*: that day has passed. *Paused*: it asks for nothing until it is taken up again.
"""
