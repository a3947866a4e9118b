"""The portrait: all that is known of a client on one page, each fact with where it is known from and since when.

*Fact*: one line of it. *Kind*: what one area knows, declared in that area's `portrait.py`; at most one query each.
"""
