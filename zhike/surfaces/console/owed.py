"""What is owed with a date, in both directions, by day: mine, my team's, everyone's, or that of one client."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, gettext_lazy, pgettext
from django.views.decorators.http import require_safe

from zhike.clients.models import Client
from zhike.core.access.bulk import may_export
from zhike.core.access.request import StaffRequest
from zhike.core.pages.owed import Owed, Scope, Source, owed, owed_sources
from zhike.core.pages.table_file import masked_text, plain_for, table_file
from zhike.core.resources.reader import Reader

WHOSE = {"me": gettext_lazy("Mine"), "team": gettext_lazy("My team’s"), "all": gettext_lazy("Everyone’s")}
HEADS = (
    gettext_lazy("Due"), gettext_lazy("Kind"), gettext_lazy("Who owes it"), gettext_lazy("What"),
    gettext_lazy("Client"), gettext_lazy("Looked after by"), gettext_lazy("Theirs"), gettext_lazy("Reference"),
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """What falls on a day, with its source and who looks after it; all that is late stands in one, with `day` None."""

    day: date | None
    rows: list[tuple[Owed, Source, str]]


@login_required
@require_safe
def owed_page(request: StaffRequest, reference: str = "") -> HttpResponseBase:
    """GET /owed/?whose=me|team|all&side=us|them&person=12&kind=promises&as=csv, /clients/CL-12/owed/"""
    client, reader, asked = _client(request, reference), Reader(request.user), request.GET
    whose = asked["whose"] if asked.get("whose") in WHOSE else "me"
    everything = owed(reader, Scope(None if client else _people(whose, request.user), client))
    rows = [one for one in everything if _fits(one, asked)]
    if asked.get("as") == "csv":
        return _as_csv(rows, reader)
    people = {one.person for one in everything if one.person}
    context = {
        "client": client, "whose": whose, "ways": WHOSE.items(), "asked": asked, "reader": reader,
        "groups": groups(rows, reader), "count": len(rows), "kinds": owed_sources().values(),
        "people": sorted((reader.people.get(pk, ""), str(pk)) for pk in people), "here": asked.urlencode(),
        "may_export": may_export(request.user),
    }  # fmt: skip
    return render(request, "console/owed.html", context)


def groups(rows: list[Owed], reader: Reader) -> list[Group]:
    """What is late first, then day by day."""
    sources, names = owed_sources(), reader.people
    by_day = groupby(rows, key=lambda one: None if one.day < reader.today else one.day)
    return [
        Group(day, [(one, sources[one.kind], names.get(one.person or 0, "")) for one in those]) for day, those in by_day
    ]


def _client(request: StaffRequest, reference: str) -> Any:
    return get_object_or_404(Client.objects.visible_to(request.user).by_reference(reference)) if reference else None


def _people(whose: str, user: Any) -> list[int] | None:
    """With those for whom one stands in; everyone's is whatever one sees."""
    if whose == "all":
        return None
    return [*user.people_below, *user.stands_for] if whose == "team" else user.stands_for


def _fits(one: Owed, asked: Any) -> bool:
    told = {"side": one.side, "kind": one.kind, "person": str(one.person or "")}
    return all(asked.get(name) in (None, "", value) for name, value in told.items())


def _as_csv(rows: list[Owed], reader: Reader) -> HttpResponseBase:
    user = reader.user
    hidden = [not plain_for(user, one.client) for one in rows]
    cells = (_cells(one, reader, masks=masks) for one, masks in zip(rows, hidden, strict=True))
    return table_file("owed", gettext("What is owed"), HEADS, cells, by=user, masked=any(hidden))


def _cells(one: Owed, reader: Reader, *, masks: bool) -> list[str]:
    ours = pgettext("side of an agreement", "Ours") if one.side == "us" else pgettext("side of an agreement", "Theirs")
    kind = str(owed_sources()[one.kind].label)
    owner = reader.people.get(one.person or 0, "")
    what, theirs = (masked_text(said) if masks else said for said in (one.title, one.other))
    return [one.day.isoformat(), kind, ours, what, str(one.client or ""), owner, theirs, one.reference]
