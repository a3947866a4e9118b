"""Working out plans: when what can begin, who is needed when, how sure an end is. Pure: no tables, no clock.

*Activity*: work that takes a time. *Link*: one activity waits for another. *Network*: the earliest and latest times of
all. *Schedule*: when each begins if people and things are scarce. *Estimate*: low, likely and high. *Forecast*: how
often a finish is reached by when. Moments are numbers on one axis that the caller chooses (days or minutes from the
plan's first); all times of one plan have the same unit.
"""
