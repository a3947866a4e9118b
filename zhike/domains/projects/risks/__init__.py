"""What may go wrong in a project, and what has: seen early, told to the client with options, then dealt with.

*Risk*: something that may happen; its *score* is likelihood times impact, its *rating* the word for that. *Problem*:
something that has happened; a risk that happens becomes one. *Option*: a way out, with what it costs and what it does
to the end; without one nothing is told. *Telling*: who was told what, and when.
"""
