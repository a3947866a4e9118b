"""The first run: from an empty installation to a company at work, step by step, each of which may be skipped.

*Code*: printed in the log of `zhike serve` while there is nobody; it protects the making of the first administrator.
*Step*: one page of the set-up; what was done or skipped is kept, so that it can be taken up again.
"""
