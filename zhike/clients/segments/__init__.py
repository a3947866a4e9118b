"""Segments: groups of clients, by a rule or picked by hand, with who came, who left, when and why.

*Segment*: the group. *Member*: a client in it now. *Membership*: one stay of a client, from entering to leaving.
*Move*: an entering or a leaving. *Why*: what caused a move: a change, the day, the rule, a hand. *Fill*: work a segment
out anew, over all clients.
"""
