"""Where a call is logged: the form of a conversation, filled in as far as is known."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse


def log_address(client: Any, contact: Any = None, kind: str = "call", back: str = "") -> str:
    """The address of the filled-in form; `back` is where to go when it is saved."""
    return log_address_of(client.pk if client else None, contact.pk if contact else None, kind, back)


def log_address_of(client: int | None, contact: int | None = None, kind: str = "call", back: str = "") -> str:
    """The same by numbers."""
    said = {"client": client, "contacts": contact, "kind": kind, "next": back}
    return f"{reverse('conversations:add')}?{urlencode({name: one for name, one in said.items() if one})}"
