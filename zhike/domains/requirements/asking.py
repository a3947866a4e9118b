"""Where the client is asked to confirm an entry."""

from typing import Any

from django.urls import reverse


def ask_url(record: Any, entry: Any) -> str:
    """With the entry chosen; of the record's client."""
    return f"{reverse('ask_to_confirm', args=[record.client.reference])}?entry={entry.pk}"
