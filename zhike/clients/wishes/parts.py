"""Makes the purpose known; links show themselves on the contact's page."""

from zhike.clients.wishes import answering  # noqa: F401
