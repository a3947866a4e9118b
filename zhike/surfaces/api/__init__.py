"""The REST API: every resource, for programs. `/api/v1/`, described by `/api/v1/openapi.json`, read at `/api/`.

Words: a *token* is a key that works as one person, as far as its scopes go. A *kind* is how a form's field is written
in JSON. A *problem* is an answer of RFC 9457. JSON passes the same form as a page does, and ends in the same verbs.
"""
