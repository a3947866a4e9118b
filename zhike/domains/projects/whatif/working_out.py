"""What a change would do: to the days by which projects are done, and to the weeks of those who work on them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, Sum

from zhike.core.access.models import Absence, User
from zhike.domains.projects.choices import UNDONE
from zhike.domains.projects.forecasts.reading import Days, Rows, company_days, rows_of
from zhike.domains.projects.forecasts.working_out import Workings
from zhike.domains.projects.models import Follow, Project, Task
from zhike.domains.projects.planning.capacity import Load, NotEnough, Share, hours_of, level
from zhike.domains.projects.planning.capacity import Task as Piece
from zhike.domains.projects.planning.hours import BeyondHours
from zhike.domains.projects.planning.plan import Link, PlanError
from zhike.domains.projects.whatif.change import WHOLE, Change, Job, as_rows, changed, later
from zhike.domains.projects.whatif.loads import Clash, available, clashes, needed

RUNS, MOST = 1_000, 12  # of a forecast; projects that are looked at
LEAST = 0.5  # hours that are left of an open task at least
TOO_FAR = 730  # days within which the work of all must find room


@dataclass(frozen=True)
class End:
    """When a project is done in four of five runs (`p80`), and when nobody does two things at once (`alone`).

    Each is (now, then); None where it cannot be told.
    """

    project: Any
    p80: tuple[date | None, date | None]
    alone: tuple[date | None, date | None]

    @property
    def p80_days(self) -> int:
        return _days(*self.p80)

    @property
    def alone_days(self) -> int:
        return _days(*self.alone)


@dataclass(frozen=True)
class Outcome:
    """`unsaid`: open tasks of these projects without hours, an owner or a day, which weigh on nobody's week."""

    ends: list[End]
    clashes: list[Clash]
    unsaid: int


def outcome(project: Any, change: Change, *, user: Any, today: date) -> Outcome:
    """Of the project, and of the others on which the same people work, as far as `user` sees them."""
    projects = _touched(project, change, user)
    jobs = _jobs(projects, today)
    days = company_days(today)
    then = changed(jobs, project.pk, change, days.calendar)
    ends = _ends(projects, project, change, jobs, then, days, today)
    unsaid = sum(not (one.hours and one.owner and one.is_dated) for one in jobs)
    return Outcome(ends, _clashes(jobs, then, days, today), unsaid)


def _touched(project: Any, change: Change, user: Any) -> list[Any]:
    """The project first."""
    mine = Task.objects.standing().filter(project=project, state__in=UNDONE).exclude(owner=None)
    people = {*mine.values_list("owner", flat=True)} | ({change.instead} if change.instead else set())
    theirs = Task.objects.standing().filter(owner__in=people, state__in=UNDONE).values("project")
    seen = Project.objects.visible_to(user).open().filter(pk__in=theirs).exclude(pk=project.pk).select_related("client")
    return [project, *seen.order_by("ends_on", "pk")[: MOST - 1]]


def _jobs(projects: Iterable[Any], today: date) -> list[Job]:
    """In one question. What was booked is done; something is left of each."""
    booked = Sum("hours_booked__minutes", filter=Q(hours_booked__archived_at=None))
    found: Any = Task.objects.standing().filter(project__in=projects, state__in=UNDONE).annotate(booked=booked)
    return [
        Job(
            one.pk, one.project_id, one.owner_id, one.starts_on or one.due_on, one.due_on or one.starts_on,
            None if one.hours is None else max(float(one.hours) - (one.booked or 0) / 60, LEAST),
            one.started_on is not None,
        )
        for one in found.order_by("pk")
    ]  # fmt: skip


def _ends(
    projects: list[Any], project: Any, change: Change, jobs: list[Job], then: list[Job], days: Days, today: date
) -> list[End]:
    links = _links(jobs)
    alone = [_alone(one, links, days, today) for one in (jobs, then)]
    owners = {one.key: one.owner for one in jobs}
    found = []
    for one in projects:
        rows = rows_of(one)
        now = _p80(rows, days, today)
        other = _p80(_as_changed(rows, owners, change, days), days, today) if one.pk == project.pk else now
        found.append(End(one, (now, other), (alone[0].get(one.pk), alone[1].get(one.pk))))
    return found


def _as_changed(rows: Rows, owners: dict[int, int | None], change: Change, days: Days) -> Rows:
    tasks = {key: as_rows(one, owners.get(key), change, days.calendar) for key, one in rows.tasks.items()}
    points = {
        key: one | {"due_on": later(one["due_on"], change.days, days.calendar)} for key, one in rows.milestones.items()
    }
    return replace(rows, tasks=tasks, milestones=points)


def _p80(rows: Rows, days: Days, today: date) -> date | None:
    situation = rows.situation(days, today)
    if not (situation.work or situation.points):
        return None
    try:
        return Workings(situation, days.ahead(today), today, RUNS).end().p80
    except (PlanError, BeyondHours):
        return None


def _links(jobs: Iterable[Job]) -> tuple[Link, ...]:
    known = {one.key for one in jobs}
    found = Follow.objects.filter(task__in=known, before__in=known).values_list("before", "task", "lag")
    return tuple(Link(before, task, lag=max(lag, 0)) for before, task, lag in found)


def _alone(jobs: Iterable[Job], links: tuple[Link, ...], days: Days, today: date) -> dict[int, date]:
    """By project; empty where the hours of somebody do not reach. What belongs to nobody waits for nobody."""
    a_day = days.a_day(today)
    some = hours_of(days.calendar, today, TOO_FAR)
    people: dict[Any, list[float]] = {}
    pieces = []
    for one in jobs:
        who = one.owner if one.owner is not None else ("nobody", one.key)
        people.setdefault(who, some)
        shares = (Share(one.hours, (who,), a_day * one.share / WHOLE),) if one.hours else ()
        start = max((one.first - today).days, 0) if one.first and not one.begun else 0
        pieces.append(Piece(one.key, one.project, shares, start))
    away = _away([who for who in people if isinstance(who, int)])
    for who, gone in away.items():
        people[who] = [0.0 if _is_in(today + timedelta(days=n), gone) else one for n, one in enumerate(some)]
    try:
        found = level(Load(tuple(pieces), links, people))
    except (NotEnough, PlanError):
        return {}
    return {int(str(key)): today + timedelta(days=max(day - 1, 0)) for key, day in found.finishes.items()}


def _clashes(now: list[Job], then: list[Job], days: Days, today: date) -> list[Clash]:
    people = {one.owner for one in (*now, *then) if one.owner is not None}
    last = max((one.last for one in (*now, *then) if one.last), default=today)
    has = available(people, last, days.calendar, today, _away(people))
    named = User.objects.in_bulk(list(people))
    return clashes(needed(now, days.calendar, today), needed(then, days.calendar, today), has, named)


def _away(people: Iterable[int]) -> dict[int, list[tuple[date, date]]]:
    found: dict[int, list[tuple[date, date]]] = defaultdict(list)
    absences = Absence.objects.standing().filter(person__in=list(people))
    for person, first, last in absences.values_list("person", "starts_on", "ends_on"):
        found[person].append((first, last))
    return found


def _is_in(day: date, gone: Iterable[tuple[date, date]]) -> bool:
    return any(first <= day <= last for first, last in gone)


def _days(now: date | None, then: date | None) -> int:
    return (then - now).days if now and then else 0
