"""How state moves: verbs and declared transitions. No tables.

*Verb*: a method with `by=` that changes one record in one transaction and tells one event at least.
*Transition*: a verb that moves a record from one state to another. *Step*: a transition as pages and API offer it.
"""
