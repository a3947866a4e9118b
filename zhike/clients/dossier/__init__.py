"""The dossier: all that we know of a client, as a document to read before a meeting or to hand over.

*Dossier*: the document. *Chapter*: what one area knows of the client, declared in that area's `dossier.py`; it is left
out when there is nothing to say.
"""
