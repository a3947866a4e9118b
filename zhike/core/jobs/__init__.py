"""Long work that people watch: how far it is, what went wrong, cancel.

*Job*: one piece of long work that somebody started. *Kind*: what sort of work, with the function that does it.
*Runner*: that function. *Progress*: what the runner tells while it works. *Marker*: where it goes on after a crash.
"""
