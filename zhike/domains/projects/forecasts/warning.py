"""Milestones that will hardly come in time: their owner is told, once for each day, while there is time to say so."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Refused
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.choices import ProjectState
from zhike.domains.projects.forecasts.noticing import RISKY
from zhike.domains.projects.forecasts.told import quickly
from zhike.domains.projects.models import Milestone
from zhike.domains.projects.planning.hours import BeyondHours
from zhike.domains.projects.planning.plan import PlanError

SOON, SHOWN = 21, 5  # days ahead of which owners are told; milestones on My day


def warn(today: date) -> int:
    """Tell the owners of milestones of ours that are due soon and will hardly come; how many were told."""
    near = Milestone.objects.owed().filter(
        project__state=ProjectState.RUNNING, contact=None, at_risk=None,
        due_on__range=(today, today + timedelta(days=SOON)),
    )  # fmt: skip
    told, system = 0, User.objects.system()
    ordered = near.select_related("project").order_by("project", "pk")
    for project, milestones in groupby(ordered, lambda one: one.project):
        chances = _chances(project, today)
        for one in milestones:
            chance = chances.get(one.reference)
            if chance is not None and chance < RISKY:
                with suppress(Refused):  # reached meanwhile
                    one.foresee(by=system, percent=round(100 * chance))
                    told += 1
    return told


def _chances(project: Any, today: date) -> dict[str, float | None]:
    """By reference; nothing of a plan that cannot be worked out, or where no open task leads to a milestone."""
    with suppress(PlanError, BeyondHours):
        lines = quickly(project, today)
        return {one.record.reference: one.sight.chance for one in lines if one.record and not one.is_bare}
    return {}


@part(
    "day.first", template="forecasts/risky.html", label=gettext_lazy("Milestones that may not come: tell them early"),
    order=7,
)  # fmt: skip
def milestones_at_risk(person: Any, reader: Reader) -> dict[str, Any] | None:
    """Milestones of mine of which I was told so, while there is time; the number is that of all."""
    mine = Milestone.objects.owed().filter(owner__in=person.stands_for, at_risk__isnull=False)
    found, in_all = first_and_all(mine.filter(due_on__gte=reader.today).select_related("client", "project"), SHOWN)
    return {"milestones": found, "count": in_all} if found else None
