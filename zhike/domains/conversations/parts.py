"""The letters of a conversation, on its page."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.rules.clocks import THEIR_ANSWER
from zhike.core.mail.models import Letter
from zhike.core.pages.owed import Owed, Scope, Side, owed_source
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.conversations import recalled_parts  # noqa: F401  (what was said before)
from zhike.domains.conversations.answering import bring_due
from zhike.domains.conversations.exchange import MOST, exchange_of
from zhike.domains.conversations.models import Conversation, Kind
from zhike.domains.conversations.wished import What

LATELY = 90  # days
MANY, FEW = 100, 5


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


@part("team.main", template="conversations/team.html", label=_("Waiting for an answer longest"), order=15)
def waiting_longest(user: Any, _reader: Reader) -> dict[str, Any] | None:
    """Messages of the clients of those whom the person leads that nobody has answered."""
    waiting = Conversation.objects.visible_to(user).waiting().filter(client__owner__in=user.leads)
    found = list(waiting.select_related("client")[:FEW])
    return (
        {"waiting": found, "more": ("/conversations/?client__owner=led&state=waiting", gettext("All"))}
        if found
        else None
    )


@part("conversations.rail", template="conversations/exchange.html", label=_("In the same exchange"))
def exchange(record: Any, reader: Reader) -> dict[str, Any] | None:
    """The mails before and after it; one may have been put with a client that the reader does not see."""
    if record.kind != Kind.MAIL:
        return None
    found = list(exchange_of(record).visible_to(reader.user).standing()[:MOST])
    return {"mails": found} if len(found) > 1 else None


@owed_source("answers", label=_("Answer"), icon="waiting")
def answers(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Messages of clients that wait for us, on the day by which they want an answer."""
    seen = Conversation.objects.visible_to(reader.user).waiting().select_related("client")
    for one in bring_due(scope.of(seen, owner="client__owner").prefetch_related("contacts")):
        yield _owed(one, one.answer_due or one.happened_at, "us")


@owed_source("asked", label=_(THEIR_ANSWER), icon="waiting")
def asked(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Messages of ours that wait for the client, where a clause says until when."""
    seen = Conversation.objects.visible_to(reader.user).asked().select_related("client")
    for one in bring_due(scope.of(seen, owner="client__owner").prefetch_related("contacts"), THEIR_ANSWER):
        if one.answer_due:
            yield _owed(one, one.answer_due, "them")


def _owed(one: Any, due: datetime, side: Side) -> Owed:
    local = timezone.localtime(due)
    who = next((contact.called for contact in one.contacts.all()), "")
    return Owed(
        local.date(), str(one), reverse("conversations:detail", args=[one.reference]), one.reference, at=local.time(),
        side=side, person=one.client.owner_id, other=who, client=one.client,
    )  # fmt: skip
