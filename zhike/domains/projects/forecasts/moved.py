"""What moved the end of a project since some days ago. Pure.

The situation of then is turned into that of now one task after another, and each time the end is worked out again. So
the days of all movers together are the days by which the end moved; with the same luck in every run (see `planning`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhike.domains.projects.forecasts.working_out import Situation, Work, Workings
from zhike.domains.projects.planning.hours import Hours
from zhike.domains.projects.planning.plan import PlanError

MOST = 24  # changes that are looked at one by one; the others are told as the rest


@dataclass(frozen=True)
class Mover:
    """`days` later; earlier, if negative. `what` is work or point; None for the days that went by, and for the rest."""

    what: str | None
    key: int
    title: str
    why: str
    days: int


@dataclass(frozen=True)
class Moved:
    """The day by which the end was sure to four fifths, then and now."""

    was: date
    now: date
    movers: tuple[Mover, ...]

    @property
    def days(self) -> int:
        return (self.now - self.was).days


def moved(before: Situation, then: date, hours_then: Hours, now: Workings) -> Moved:
    """`before` is the situation on the day `then`, with the hours as they lay from that day on."""
    was = Workings(before, hours_then, then, now.runs).end().p80
    work, points, last, movers = dict(before.work), dict(before.points), was, []
    for what, key, title, why in [(None, 0, "", "waited"), *changes(before, now.situation)]:
        if what == "work":
            _put(work, key, now.situation.work)
        elif what == "point":
            _put(points, key, now.situation.points)
        end = _end(Situation(dict(work), dict(points)), now)
        if end is not None and end != last:
            movers.append(Mover(what, key, title, why, (end - last).days))
            last = end
    if (end := now.end().p80) != last:
        movers.append(Mover(None, 0, "", "rest", (end - last).days))
    return Moved(was, end, tuple(sorted(movers, key=lambda one: -abs(one.days))))


def changes(before: Situation, now: Situation) -> list[tuple[str, int, str, str]]:
    """(what, key, title, why) of all that is not as it was; what is gone comes last. At most so many, see MOST."""
    work = [("work", key, one.title, _why(before.work.get(key), one)) for key, one in now.work.items()]
    points = [("point", key, one.title, "moved") for key, one in now.points.items() if before.points.get(key) != one]
    gone = [("work", key, one.title, "done") for key, one in before.work.items() if key not in now.work]
    gone += [("point", key, one.title, "done") for key, one in before.points.items() if key not in now.points]
    return [*(one for one in work if one[3]), *points, *gone][:MOST]


def _why(was: Work | None, one: Work) -> str:
    if was is None:
        return "added"
    for names, why in (("days", "estimate"), ("befores", "order"), ("starts_on due_on", "plan"), ("begun_on", "begun")):
        if any(getattr(was, name) != getattr(one, name) for name in names.split()):
            return why
    return "milestone" if was.milestone != one.milestone else ""


def _put(known: dict[int, Any], key: int, now: Mapping[int, Any]) -> None:
    known.pop(key, None)
    if key in now:
        known[key] = now[key]


def _end(situation: Situation, now: Workings) -> date | None:
    """None where half of the changes do not make a plan yet: a circle that the next one opens."""
    try:
        return Workings(situation, now.hours, now.today, now.runs).end().p80
    except PlanError:
        return None
