"""What a client of some kind goes through with us, point after point, and what we do to make that better.

*Journey*: of the clients of a segment, or of all. *Phase*: a stretch of it, as its touchpoints name it. *Touchpoint*:
where a client meets our product, our service or one of us; with what they want there, who answers for it, and a target
that a figure or a value noted by hand is held against. *Improvement*: what is changed at a touchpoint, because of
feedback, a market trend or the figure itself; with what the figure was before.
"""
