"""The situation of a project from the database: as it is, and as it was some days ago by its events."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhike.core.clock.models import Calendar
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.record.events import ARCHIVED, EDITED
from zhike.core.timeline.models import Event
from zhike.domains.projects import events
from zhike.domains.projects.choices import UNDONE, MilestoneState
from zhike.domains.projects.forecasts.working_out import Point, Situation, Work, estimated
from zhike.domains.projects.models import Follow, Move, Task
from zhike.domains.projects.planning.capacity import hours_of
from zhike.domains.projects.planning.hours import Hours, days_of

AHEAD = 3_650  # days of the calendar that are looked at
FULL_DAY = 8.0
FIELDS = ("hours_low", "hours", "hours_high", "starts_on", "due_on", "milestone")


@dataclass(frozen=True)
class Days:
    """The company's working days, seen from one day on. `a_day`: hours of its usual working day."""

    calendar: WorkingCalendar

    def ahead(self, today: date) -> Hours:
        return days_of(self.calendar, today, AHEAD)

    def a_day(self, today: date) -> float:
        worked = [hours for hours in hours_of(self.calendar, today, 14) if hours]
        return max(worked, default=FULL_DAY)

    def planned(self, first: date | None, last: date | None) -> float | None:
        """Working days of a stretch that both ends of belong to."""
        if not first or not last or last < first:
            return None
        return float(sum(bool(hours) for hours in hours_of(self.calendar, first, (last - first).days + 1))) or None


def company_days(today: date) -> Days:
    return Days(Calendar.objects.default().working(today))


@dataclass
class Rows:
    """What a situation is made of: values of each task, and its links, which `before` may take back."""

    tasks: dict[int, dict[str, Any]]
    follows: dict[int, dict[int, int]]
    milestones: dict[int, dict[str, Any]]

    def situation(self, days: Days, today: date) -> Situation:
        a_day = days.a_day(today)
        work = {
            key: _work(key, one, self.follows.get(key, {}), days, a_day)
            for key, one in self.tasks.items()
            if one["open"]
        }
        points = {key: Point(key, one["title"], one["due_on"]) for key, one in self.milestones.items() if one["open"]}
        return Situation(work, points)


def rows_of(project: Any) -> Rows:
    """In three questions."""
    asked = (
        "pk",
        "title",
        "state",
        "started_on",
        "created_at",
        "hours_low",
        "hours",
        "hours_high",
        "starts_on",
        "due_on",
    )
    tasks = {}
    for one in Task.objects.standing().filter(project=project).order_by("pk").values(*asked, "milestone"):
        tasks[one["pk"]] = one | {"open": one["state"] in UNDONE}
    follows: dict[int, dict[int, int]] = defaultdict(dict)
    for task, before, lag in Follow.objects.filter(task__project=project).values_list("task", "before", "lag"):
        follows[task][before] = lag
    milestones = {}
    for one in (
        project.milestones.standing()
        .order_by("due_on", "pk")
        .values("pk", "title", "state", "due_on", "created_at", "reached_on")
    ):
        milestones[one["pk"]] = one | {"open": one["state"] == MilestoneState.OPEN}
    return Rows(tasks, follows, milestones)


def rows_before(rows: Rows, since: datetime) -> Rows:
    """As they stood then: what happened later is taken back, the last first. In two questions."""
    tasks = {key: dict(one) for key, one in rows.tasks.items() if one["created_at"] <= since}
    follows = {key: dict(one) for key, one in rows.follows.items()}
    later = Event.objects.filter(record_type=Task._meta.label_lower, record_id__in=list(tasks), at__gt=since)
    for kind, key, facts in later.order_by("-at", "-pk").values_list("kind", "record_id", "facts"):
        _take_back(kind, tasks[key], follows.setdefault(key, {}), facts)
    return Rows(tasks, follows, _milestones_before(rows, since))


def _milestones_before(rows: Rows, since: datetime) -> dict[int, dict[str, Any]]:
    """Those that were missed meanwhile are not looked for."""
    found = {key: dict(one) for key, one in rows.milestones.items() if one["created_at"] <= since}
    moves = Move.objects.filter(milestone__in=list(found), moved_at__gt=since).order_by("-pk")
    for key, was in moves.values_list("milestone", "was"):
        found[key]["due_on"] = was
    for one in found.values():
        one["open"] = one["open"] or bool(one["reached_on"] and one["reached_on"] > since.date())
    return found


def _take_back(kind: str, task: dict[str, Any], follows: dict[int, int], facts: Mapping[str, Any]) -> None:
    if kind == EDITED.name:
        task |= {name: _value(name, was) for name, (was, _now) in facts["changed"].items() if name in FIELDS}
    elif kind in (events.DONE.name, events.DROPPED.name, ARCHIVED.name):
        task["open"] = True
    elif kind == events.REOPENED.name:
        task["open"] = False
    elif kind == events.BEGUN.name:
        task["started_on"] = None
    elif kind == events.FOLLOWS.name:
        follows.pop(facts["before"], None)
    elif kind == events.FREED.name:
        follows[facts["before"]] = 0


def _value(name: str, was: Any) -> Any:
    if was is None:
        return None
    if name == "milestone":
        return was["id"]
    return date.fromisoformat(was) if name.endswith("_on") else float(was)


def _work(key: int, one: Mapping[str, Any], befores: Mapping[int, int], days: Days, a_day: float) -> Work:
    hours: Iterable[float | None] = [None if one[name] is None else float(one[name]) for name in FIELDS[:3]]
    spread = estimated(hours, a_day, days.planned(one["starts_on"], one["due_on"]))
    return Work(
        key=key,
        title=one["title"],
        days=spread,
        milestone=one["milestone"],
        starts_on=one["starts_on"],
        due_on=one["due_on"],
        begun_on=one["started_on"],
        befores=tuple(sorted(befores.items())),
    )
