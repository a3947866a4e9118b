"""The letters of a conversation, on its page."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.mail.models import Letter
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.conversations.exchange import MOST, exchange_of
from zhike.domains.conversations.models import Conversation, Kind
from zhike.domains.conversations.wished import What

LATELY = 90  # days
MANY = 100


@part("conversations.rail", template="conversations/letters.html", label=_("Sent by mail"))
def letters(record: Any, _reader: Reader) -> dict[str, Any] | None:
    found = list(Letter.objects.about(record).order_by("pk"))
    return {"letters": found} if found else None


@part("contacts.rail", template="conversations/unwished.html", label=_("Reached other than wished"), order=20)
def against_wishes(record: Any, reader: Reader) -> dict[str, Any] | None:
    """How often lately somebody of us went another way, and the last times."""
    since = reader.now - timedelta(days=LATELY)
    seen = Conversation.objects.visible_to(reader.user).standing().filter(happened_at__gte=since)
    found = list(
        seen.filter(contacts=record, unwished__contains=[{"contact": record.pk}]).order_by("-happened_at")[:MANY]
    )
    talks = [(one, _against(one, record)) for one in found[:3]]
    return {"talks": talks, "count": len(found), "days": LATELY} if found else None


def _against(conversation: Any, contact: Any) -> list[str]:
    return [str(What(it["what"]).label) for it in conversation.unwished if it["contact"] == contact.pk]


@part("conversations.rail", template="conversations/exchange.html", label=_("In the same exchange"))
def exchange(record: Any, _reader: Reader) -> dict[str, Any] | None:
    """The mails before and after it."""
    if record.kind != Kind.MAIL:
        return None
    found = list(exchange_of(record).filter(archived_at=None)[:MOST])
    return {"mails": found} if len(found) > 1 else None
