"""When the milestones of a project come, and how sure that is: from what its open tasks are estimated to take.

*Work*: an open task as it counts. *Point*: an open milestone. *Situation*: all of them on one day, today or some days
ago. *Outlook*: what follows from it. *Mover*: whatever moved the end since then, if only that nothing was done.
"""
