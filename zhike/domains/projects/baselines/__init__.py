"""The plan as it was agreed, frozen; how far the work is from it; and agreeing on another one.

*Baseline*: the plan of a project on a day, with its number, reason and maker; it never changes. *Content*: what is
frozen: days, scope, goals, milestones, tasks with their estimates, deliverables, requirements. *Re-baseline*: the next
one, with a reason; all former ones stay. *Drift*: what stands otherwise than in a baseline.
"""
