"""Who works here and what they may do.

*User*: a member of staff. *Role*: what they may do. *Team*: who works together.
*Above*: the chain of managers over a person; they see what the person sees.
"""
