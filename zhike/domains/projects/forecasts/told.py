"""A forecast as its page tells it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from zhike.core.ui.cells import Signal
from zhike.domains.projects.forecasts.moved import Moved, Mover, moved
from zhike.domains.projects.forecasts.reading import company_days, rows_before, rows_of
from zhike.domains.projects.forecasts.working_out import Sight, Workings
from zhike.domains.projects.models import Milestone, Task

BACK = timedelta(days=7)  # what moved the end is asked since then
SURE, DOUBTFUL = 0.8, 0.5  # chances from which a day is likely to hold, and below which it is not
DRIVERS = 5
RUNS, QUICK = 10_000, 1_000

WHY = {
    "estimate": _("estimated anew"),
    "added": _("new in the plan"),
    "order": _("waits for other tasks now"),
    "plan": _("planned for another day"),
    "begun": _("begun"),
    "milestone": _("leads to another milestone"),
    "moved": _("moved to another day"),
    "done": _("done, or no longer in the plan"),
    "waited": _("the days that went by"),
    "rest": _("everything else together"),
}


@dataclass(frozen=True)
class Line:
    """One milestone, or the whole project: `record` is None then. `is_bare`: no open task leads there."""

    record: Any
    due_on: date | None
    sight: Sight
    is_bare: bool = False

    @property
    def look(self) -> Signal:
        if self.sight.chance is None or self.is_bare:
            return ""
        return "good" if self.sight.chance >= SURE else "watch" if self.sight.chance >= DOUBTFUL else "bad"

    @property
    def percent(self) -> int | None:
        return None if self.sight.chance is None or self.is_bare else round(100 * self.sight.chance)


@dataclass(frozen=True)
class Told:
    """`lines`: milestones by their days, then the project. `spread`: those of `count` tasks with low and high."""

    lines: list[Line]
    count: int
    spread: int
    critical: list[tuple[str, str]]
    drivers: list[tuple[str, str, int]]
    moved: Moved | None
    movers: list[tuple[str, str, Any, str]]

    @property
    def end(self) -> Line:
        return self.lines[-1]


def quickly(project: Any, today: date) -> list[Line]:
    """The lines alone, from fewer runs; none where nothing is open."""
    days, rows = company_days(today), rows_of(project)
    situation = rows.situation(days, today)
    if not situation.work and not situation.points:
        return []
    return _lines(project, Workings(situation, days.ahead(today), today, QUICK))


def told(project: Any, now: datetime, today: date) -> Told:
    """All of it, with what moved the end in the last seven days."""
    days, rows = company_days(today), rows_of(project)
    workings = Workings(rows.situation(days, today), days.ahead(today), today, RUNS)
    work = workings.situation.work.values()
    change = None
    if project.created_at <= now - BACK:
        then = today - BACK
        before = rows_before(rows, now - BACK).situation(days, then)
        quick = Workings(workings.situation, workings.hours, today, QUICK)
        change = moved(before, then, days.ahead(then), quick)
    return Told(
        lines=_lines(project, workings),
        count=len(work),
        spread=sum(one.is_spread for one in work),
        critical=[(_task(one.key), one.title) for one in workings.critical],
        drivers=[(_task(one.key), one.title, round(100 * share)) for one, share in workings.drivers[:DRIVERS]],
        moved=change,
        movers=[_mover(one) for one in change.movers] if change else [],
    )


def _lines(project: Any, workings: Workings) -> list[Line]:
    found = [
        Line(_Named(f"{Milestone.prefix}-{key}", point.title), point.due_on, workings.sight(key), key in workings.bare)
        for key, point in workings.situation.points.items()
    ]
    return [*found, Line(None, project.ends_on, workings.end(project.ends_on))]


@dataclass(frozen=True)
class _Named:
    reference: str
    title: str


def _task(key: int) -> str:
    return f"{Task.prefix}-{key}"


def _mover(one: Mover) -> tuple[str, str, Any, str]:
    """(address part, title, why, days in words)."""
    place = {"work": f"tasks/{_task(one.key)}", "point": f"milestones/{Milestone.prefix}-{one.key}"}
    return place.get(one.what or "", ""), one.title, WHY[one.why], days_in_words(one.days)


def days_in_words(days: int) -> str:
    count = abs(days)
    if days < 0:
        return ngettext("%(count)d day earlier", "%(count)d days earlier", count) % {"count": count}
    return ngettext("%(count)d day later", "%(count)d days later", count) % {"count": count}


PROJECT = pgettext_lazy("forecast", "The whole project")
