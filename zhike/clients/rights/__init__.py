"""Who at a client decides what.

*Decision right*: on one subject one of its people decides, signs, must be asked or is informed; up to an amount, for a
time. *Map*: who must confirm what, with what is missing; and who has how much influence with which attitude.
"""
