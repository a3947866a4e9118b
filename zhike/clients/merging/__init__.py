"""Two records that are one: merged, and taken apart again whenever it turns out that they were two after all.

*Winner*: the record that goes on. *Loser*: the one merged into it; put away, its reference leads to the winner.
*Move*: rows that pointed at the loser and now point at the winner. *Kept*: a row that could not stand beside the
winner's own. *Later*: what came to the winner after the merge, to be divided when it is undone.
"""
