"""Risks and problems on the page of their project, and among what is owed."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.projects.risks.choices import State
from zhike.domains.projects.risks.models import Risk
from zhike.domains.projects.risks.shown import rating_badge, state_badge

SHOWN = 5


@part("projects.main", template="risks/part.html", label=_("Risks and problems"), order=10)
def risks(project: Any, _reader: Reader) -> dict[str, Any] | None:
    """The worst that nobody has handled yet."""
    found = list(project.risks.alive()[: SHOWN + 1])
    if not found:
        return None
    count = len(found) if len(found) <= SHOWN else f"{SHOWN}+"
    lines = [(one, rating_badge(one), state_badge(one)) for one in found[:SHOWN]]
    return {"risks": lines, "count": count, "more": (reverse("project_risks", args=[project.reference]), _("Matrix"))}


@part("projects.menu", template="risks/menu.html", order=20)
def all_risks(_project: Any, _reader: Reader) -> dict[str, Any]:
    return {}


@owed_source("risks", label=_("Risk or problem"), icon="warning")
def owed_risks(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Theirs while they have not chosen among what they were told; else ours, with the day by which it is handled."""
    seen = Risk.objects.visible_to(reader.user).alive().select_related("client")
    for one in scope.of(seen.order_by("due_on", "told_on", "pk"), owner="owner"):
        theirs = one.state == State.TOLD and one.chosen_id is None
        day = one.told_on if theirs else one.due_on
        if day is None:
            continue
        title = gettext("Choose: %(what)s") % {"what": one.title} if theirs else one.title
        yield Owed(
            day, title, reverse("risks:detail", args=[one.reference]), one.reference, side="them" if theirs else "us",
            person=one.owner_id, client=one.client,
        )  # fmt: skip


@calendar_source("risks", label=_("Risks and problems"))
def calendar(reader: Reader, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """Days by which these people have to handle something."""
    one: Any
    seen = Risk.objects.visible_to(reader.user).alive().filter(owner__in=people, due_on__range=(first, last))
    for one in seen.select_related("client"):
        where = reverse("risks:detail", args=[one.reference])
        yield Item(one.due_on, one.title, where, "warning", client=str(one.client))


@belonging("risks", label=_("Risks and problems"))
def owned_risks(person: Any) -> Any:
    return Risk.objects.alive().filter(owner=person)
