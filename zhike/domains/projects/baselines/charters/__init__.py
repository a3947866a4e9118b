"""The charter of a project, confirmed by the client: what for, what is in it and what is not, by when, with whom.

*Charter*: the project in words, kept as it stood when it was put together. Asked for, it is a decision of the client's
in the ledger. Once they confirm it, it is frozen as a *baseline*, and a draft is agreed.
"""
