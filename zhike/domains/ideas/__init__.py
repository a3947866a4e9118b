"""Ideas, odd ones too: looked at with an open mind, tried for a few hours, kept or dropped, and judged later.

*Idea*: what somebody of ours or of a client's thought of; it carries their name from then on. *Odd*: one that sounds
strange at first, such as a virtual pet in a restaurant's app. *Weighing*: worth, cost and fit from 1 to 5, each with a
sentence, and how one could tell that it works. *Trial*: some hours, no more, out of a *budget* that the company has for
all trials of a quarter. *Outcome*: what a kept idea brought in the end.
"""
