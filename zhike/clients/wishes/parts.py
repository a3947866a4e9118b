"""Makes the purpose and the hours known; links show themselves on the contact's page."""

from zhike.clients.wishes import answering, heeding  # noqa: F401
