"""Handing one client over: the new owner, and a note of all that is open, kept with the client until it is read.

*Hand-over note*: what was open that day, and what its writer adds in own words. *Successor*: who receives it.
"""
