"""Hours that were worked twice, since what was wanted had left something open.

*Rework*: booked hours of a project, with the requirement that was unclear and what had to be done again. Beside it
stands how unclear the requirement was when it was heard: whether it is worth asking first can be seen then.
"""
