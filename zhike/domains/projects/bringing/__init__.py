"""Bringing in a plan that was made elsewhere: read, shown with what is kept and what is not, then made at once.

*Plan from outside*: as `planning` reads it, from Microsoft Project, Jira or PingCode. *Draft*: what would become of it
here: phases, milestones, tasks and which task comes after which.
"""
