"""Figures: pictures of the work, each with its table, its file and the list behind every value.

*Picture*: a declared question over a list. *Value*: one number of it, with the list whose count, sum or median it is.
*Asked*: for which stretch of time and whose clients.
"""
