"""The letters of a conversation, on its page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.mail.models import Letter
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.conversations.exchange import MOST, exchange_of
from zhike.domains.conversations.models import Kind


@part("conversations.rail", template="conversations/letters.html", label=_("Sent by mail"))
def letters(record: Any, _reader: Reader) -> dict[str, Any] | None:
    found = list(Letter.objects.about(record).order_by("pk"))
    return {"letters": found} if found else None


@part("conversations.rail", template="conversations/exchange.html", label=_("In the same exchange"))
def exchange(record: Any, _reader: Reader) -> dict[str, Any] | None:
    """The mails before and after it."""
    if record.kind != Kind.MAIL:
        return None
    found = list(exchange_of(record).filter(archived_at=None)[:MOST])
    return {"mails": found} if len(found) > 1 else None
