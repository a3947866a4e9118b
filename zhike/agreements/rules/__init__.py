"""Rules of engagement: confirmed clauses of a client, compiled to clocks and limits for both sides.

*Rule*: a clause that was confirmed and holds on a day. *Span*: the time within which somebody answers. *Quiet hours*:
when one side leaves the other in peace. *Round*: one round of revision, with what used it up. *Crossing*: a rule was
not kept, by whichever side. *Kind words*: what one may write then.
"""
