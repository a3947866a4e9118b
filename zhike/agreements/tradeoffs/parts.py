"""Trade-offs on other pages: what waits for a choice at the client's, and the way from what was said to an answer."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.tradeoffs import readings  # noqa: F401  (declared there)
from zhike.agreements.tradeoffs.choices import State
from zhike.agreements.tradeoffs.goodwill import goodwill
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.clients.models import Client
from zhike.core.links.parts import links as links_of
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import resource_of

OVER = (State.CHOSEN, State.REFUSED)


@part(
    "clients.rail", template="tradeoffs/rail.html", label=_("Ways to choose from"), order=19,
    about=("tradeoffs.Tradeoff.client",),
)  # fmt: skip
def tradeoffs(client: Any, _reader: Reader) -> dict[str, Any] | None:
    found = list(Tradeoff.objects.standing().filter(client=client).exclude(state__in=OVER).order_by("-pk")[:4])
    return {"tradeoffs": found} if found else None


@part(
    "clients.rail", template="tradeoffs/goodwill.html", label=_("Goodwill, a year"), order=20,
    about=("tradeoffs.Tradeoff.client",),
)  # fmt: skip
def waived(client: Any, reader: Reader) -> dict[str, Any] | None:
    """What was waived, and for what."""
    found, sums = goodwill(client)
    come_to = [reader.money(amount, currency) for currency, amount in sums.items()]
    return {"tradeoffs": found[:4], "sums": come_to} if found else None


@part("tradeoffs.rail", template="links/rail.html", label=_("Links without log-in"), order=80)
def links(record: Any, reader: Reader) -> dict[str, Any]:
    return links_of(record, reader)


def _answer(record: Any, reader: Reader) -> dict[str, Any] | None:
    """No, because …, but we can …: an answer to what was said here."""
    client = record if isinstance(record, Client) else record.client
    return {"client": client} if client and not client.archived_at and Tradeoff.may_add(reader.user, None) else None


for place in ("clients", "conversations", "decisions", "constraints"):
    part(f"{place}.menu", template="tradeoffs/menu.html", order=40, name="answer_with_ways")(_answer)


@owed_source("tradeoffs", label=_("To be chosen"), icon="columns")
def waiting(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """What waits for a choice of theirs, since the day on which it was sent."""
    seen = Tradeoff.objects.visible_to(reader.user).standing().filter(state=State.SENT)
    for one in scope.of(seen.select_related("client", "contact").order_by("pk"), owner="owner"):
        resource = resource_of(one)
        yield Owed(
            timezone.localdate(one.sent_at), one.title, resource.url("detail", one) if resource else "",
            one.reference, side="them", person=one.owner_id, other=one.contact.called, client=one.client,
        )  # fmt: skip


@belonging("tradeoffs", label=_("Trade-offs looked after"))
def looked_after(person: Any) -> Any:
    return Tradeoff.objects.standing().exclude(state__in=OVER).filter(owner=person)
