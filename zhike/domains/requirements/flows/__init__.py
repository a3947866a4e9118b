"""How something goes, drawn: what happens, what is decided, and what comes next.

*Flow*: one drawing, of a project or of a single requirement. *Node*: a beginning, a step, a decision or an end,
in a cell of the drawing. *Arrow*: what comes after what, with a word where something is decided.
"""
