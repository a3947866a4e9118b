"""A look round for who is new: a few stops on the real pages.

*Stop*: a page, what one does there, and what on it is meant. *Tour*: how far somebody has come, and whether it is over.
"""
