"""The note on the client page until it is read, and on the successor's day; the offer to write one when the owner has
changed."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from zhike.clients.handovers.models import Handover
from zhike.clients.models import Client
from zhike.clients.policies import may_change
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.parts import part
from zhike.core.record.events import EDITED
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event

SHOWN, OFFERED_FOR = 8, timedelta(days=14)


@part(
    "clients.rail", template="handovers/rail.html", label=_("Hand-over note"), order=1,
    about=("handovers.Handover.client",),
)  # fmt: skip
def to_read(client: Any, reader: Reader) -> dict[str, Any] | None:
    note = Handover.objects.unread().filter(client=client).order_by("-pk").first()
    return {"note": note, "mine": note.successor_id == reader.user.pk} if note else None


@part("clients.rail", template="handovers/offer.html", label=_("New owner"), order=2)
def offer(client: Any, reader: Reader) -> dict[str, Any] | None:
    """To whoever had the client or gave it away, while no note was written since. One query."""
    if client.archived_at or not may_change(reader.user, client) or client.owner_id in (None, reader.user.pk):
        return None
    written = Handover.objects.filter(client=OuterRef("client"), created_at__gte=OuterRef("at"))
    changes = Event.objects.filter(record_type=Client._meta.label_lower, record_id=client.pk, kind=str(EDITED))
    given = changes.filter(facts__changed__has_key="owner", at__gt=reader.now - OFFERED_FOR).exclude(Exists(written))
    event = given.order_by("-at", "-pk").first()
    had = ((event.fact("changed")["owner"] or [None])[0] or {}).get("id") if event else None
    if event is None or had is None or reader.user.pk not in (had, event.actor_id):
        return None
    return {"successor": reader.people.get(client.owner_id, ""), "had": reader.people.get(had, "")}


@part("clients.menu", template="handovers/menu.html", order=45)
def hand_over(client: Any, reader: Reader) -> dict[str, Any] | None:
    return {} if may_change(reader.user, client) and client.archived_at is None else None


@part("day.main", template="handovers/day.html", label=_("Handed over to you"), order=5)
def received(user: Any, _reader: Reader) -> dict[str, Any] | None:
    unread = Handover.objects.unread().filter(successor=user).select_related("client").order_by("pk")
    notes, in_all = first_and_all(unread, SHOWN)
    return {"notes": notes, "count": in_all} if notes else None
