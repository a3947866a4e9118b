"""What hurts a client: in their own words, with evidence, and with what we offered against it.

*Pain point*: one statement. *Open*: nobody does anything about it yet. *Being solved*, *solved*; *accepted*: the client
lives with it; *dropped*: it was none, or is none any more.
"""
