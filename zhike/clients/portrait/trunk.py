"""What the client itself says. Where that is known from tells its own history: who noted it last, and when."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.clients.portrait.kinds import Fact, known
from zhike.core.fields.models import definitions_of
from zhike.core.record.events import ADDED, EDITED, IMPORTED
from zhike.core.resources.columns import Column, column, own_column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.models import Event
from zhike.core.ui.cells import nothing

NAMES = (
    "name", "kind", "short_name", "industry", "size", "place", "phones", "emails", "wechat", "preferred_channel",
    "reachable", "website", "tax_number", "owner", "deputy", "team", "tags", "external_id", "about",
)  # fmt: skip
PLACE = ("country", "province", "city", "district", "street", "postcode")
TYPE = Client._meta.label_lower
LATEST = 500  # events of a client: what was edited more often than that is as it was added


@known(10, _("Who they are"))
def themselves(client: Any, reader: Reader) -> Iterator[Fact]:
    """Each field that is filled, own fields too."""
    noted, first = _noted(client)
    for one in _columns():
        said = one.cell(client, reader)
        if said and said != nothing():
            names = PLACE if one.name == "place" else (one.name,)
            event = max((noted[name] for name in names if name in noted), key=lambda event: event.at, default=first)
            day = timezone.localdate(event.at) if event else None
            yield Fact(str(one.label), said, _by(event, reader) if event else "", day)


def missing(client: Any, reader: Reader) -> list[str]:
    """The names of what is not filled. No query."""
    return [str(one.label) for one in _columns() if one.cell(client, reader) in ("", nothing())]


def _columns() -> list[Column]:
    declared = {one.name: one for one in RESOURCES["clients"].columns}
    own = [own_column(one) for one in definitions_of(TYPE)]
    return [declared.get(name) or column(Client, name) for name in NAMES] + own


def _noted(client: Any) -> tuple[dict[str, Event], Event | None]:
    """(by field, who changed it last; how the client came in), in one query."""
    kinds = [str(kind) for kind in (ADDED, IMPORTED, EDITED)]
    events = Event.objects.filter(record_type=TYPE, record_id=client.pk, kind__in=kinds).order_by("-at", "-pk")[:LATEST]
    noted: dict[str, Event] = {}
    first = None
    for event in events:
        for name in event.fact("changed", {}) if event.kind == str(EDITED) else ():
            noted.setdefault(name, event)
        first = event if event.kind != str(EDITED) else first
    return noted, first


def _by(event: Event, reader: Reader) -> SafeString:
    person = reader.people.get(event.actor_id or 0, "")
    if event.kind == str(IMPORTED):
        person = gettext("Brought in from a file by %(person)s") % {"person": person}
    return format_html("{} · {}", person, reader.day(timezone.localdate(event.at)))
