"""How clients stand to each other.

*Relation*: from one client to another, read in both directions: "subsidiary of", "parent of". *Group*: a client with
its parents and all that belongs to them.
"""
