"""Where a call is logged: the form of a conversation, filled in as far as is known."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse


def log_address(client: Any, contact: Any = None, kind: str = "call", back: str = "", project: Any = None) -> str:
    """The address of the filled-in form; `back` is where to go when it is saved."""
    client, contact, project = (one.pk if one else None for one in (client, contact, project))
    return log_address_of(client, contact, kind, back, project)


def log_address_of(
    client: int | None, contact: int | None = None, kind: str = "call", back: str = "", project: int | None = None
) -> str:
    """The same by numbers."""
    said = {"client": client, "project": project, "contacts": contact, "kind": kind, "next": back}
    return f"{reverse('conversations:add')}?{urlencode({name: one for name, one in said.items() if one})}"
