"""Telling people what concerns them: a list, a bell, and at once in an open page.

*Notification*: an event that concerns one person. *Reason*: why it does. *Live*: the open line to each browser.
*Push*: sending something down that line.
"""
