"""Who works on what on which day, across all projects, when each has only so many hours a day.

By whole days: day 0 is the first. Tasks are placed one after another (the serial scheme of `placing`, but work here is
split over days and waits while its person is away); in each, a person works as many hours as are left of the day, no
more. What waits for a task begins on the next day.

List scheduling has its anomaly: with more people a plan may come out later (Graham, Bounds on multiprocessing timing
anomalies, 1969). So `what_if` keeps the old plan, which still holds, unless the new one ends no project later.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.domains.projects.planning.network import TINY, network
from zhike.domains.projects.planning.plan import Activity, Link, Plan, PlanError

FULL_DAY = 8.0  # hours by which a task's length is guessed when it is put into order


@dataclass(frozen=True, slots=True)
class Share:
    """Hours of a task for one person: whoever of `people` has done them first, so name one to have it fixed.

    `a_day`: the most hours on one day.
    """

    hours: float
    people: tuple[Hashable, ...]
    a_day: float = 24.0


@dataclass(frozen=True, slots=True)
class Task:
    """Done when all its shares are; without any it is a milestone. Of lower `rank` is served first."""

    key: Hashable
    project: Hashable
    shares: tuple[Share, ...] = ()
    not_before: int = 0
    rank: int = 0


@dataclass(frozen=True)
class Load:
    """`people`: the hours that each has on day 0, 1 and so on; after the last day nobody works.

    `links` are finish to start with a lag of whole days, not negative. Raises PlanError for other links, for nobody who
    could do a share; Cycle (a PlanError) for a circle.
    """

    tasks: tuple[Task, ...]
    links: tuple[Link, ...]
    people: Mapping[Hashable, Sequence[float]]
    plan: Plan = field(init=False)

    def __post_init__(self) -> None:
        if any(link.kind != "FS" or link.lag < 0 for link in self.links):
            raise PlanError("Work is spread over days for links from finish to start, without a lead.")
        for task in self.tasks:
            if any(not set(share.people) & self.people.keys() for share in task.shares):
                raise PlanError(f"Nobody is there who could do {task.key}.")
        lengths = [max((one.hours / min(FULL_DAY, one.a_day) for one in task.shares), default=0) for task in self.tasks]
        found = [
            Activity(task.key, -(-length // 1), task.not_before)
            for task, length in zip(self.tasks, lengths, strict=True)
        ]
        object.__setattr__(self, "plan", Plan(found, self.links))


@dataclass(frozen=True)
class Done:
    """Moments as in `network`: `start` is the first day, `finish` the day after the last. A milestone has both alike.

    `hours`: (person, day, hours), as they are worked.
    """

    start: int
    finish: int
    hours: tuple[tuple[Hashable, int, float], ...] = ()


@dataclass(frozen=True)
class Levelled:
    """By key of the task; `finishes`: the moment at which each project ends; `used`: hours by (person, day)."""

    tasks: dict[Hashable, Done]
    finishes: dict[Hashable, int]
    used: dict[tuple[Hashable, int], float]

    def is_no_later_than(self, other: "Levelled") -> bool:
        return all(self.finishes[project] <= day for project, day in other.finishes.items())


class NotEnough(PlanError):
    """The hours that people have do not reach to the end of the work."""


def level(load: Load) -> Levelled:
    """Of equal rank, what has the least time to spare goes first. Raises NotEnough."""
    return _Levelling(load).levelled()


def what_if(load: Load, joining: Iterable[tuple[Hashable, Sequence[float], Iterable[Hashable]]]) -> list[Levelled]:
    """The plan as it is, then with each who joins: (name, hours by day, the tasks that they could do as well).

    No project ends later than in the plan before.
    """
    found = [level(load)]
    for name, hours, tasks in joining:
        load = joined(load, name, hours, tasks)
        new = level(load)
        found.append(new if new.is_no_later_than(found[-1]) else found[-1])
    return found


def joined(load: Load, name: Hashable, hours: Sequence[float], tasks: Iterable[Hashable]) -> Load:
    able = set(tasks)

    def opened(task: Task) -> Task:
        shares = tuple(replace(share, people=(*share.people, name)) for share in task.shares)
        return replace(task, shares=shares) if task.key in able else task

    return Load(tuple(opened(task) for task in load.tasks), load.links, {**load.people, name: hours})


def hours_of(calendar: WorkingCalendar, first: date, count: int, part: float = 1.0) -> list[float]:
    """What a person has on each of `count` days, working that part of the calendar's hours."""
    days = (calendar.shifts(first + timedelta(days=day)) for day in range(count))
    return [part * sum(end - start for start, end in shifts) / 60 for shifts in days]


class _Levelling:
    def __init__(self, load: Load) -> None:
        self.load = load
        self.left = {name: list(hours) for name, hours in load.people.items()}
        self.done: dict[Hashable, Done] = {}

    def levelled(self) -> Levelled:
        finishes: dict[Hashable, int] = {}
        used: dict[tuple[Hashable, int], float] = {}
        for task in self._order():
            done = self.done[task.key] = self._place(task)
            finishes[task.project] = max(finishes.get(task.project, 0), done.finish)
            for name, day, hours in done.hours:
                used[name, day] = used.get((name, day), 0) + hours
        return Levelled(self.done, finishes, used)

    def _order(self) -> list[Task]:
        """By rank and the latest start, but none before what it waits for."""
        plan, timings = self.load.plan, network(self.load.plan).timings
        wish = {task.key: (task.rank, timings[task.key].late_start) for task in self.load.tasks}
        waits, ready, found = [len(links) for links in plan.before], [], []
        ready = [place for place, count in enumerate(waits) if not count]
        while ready:
            place = min(ready, key=lambda one: (*wish[plan.activities[one].key], one))
            ready.remove(place)
            found.append(self.load.tasks[place])
            for later, _kind, _lag in plan.after[place]:
                waits[later] -= 1
                if not waits[later]:
                    ready.append(later)
        return found

    def _place(self, task: Task) -> Done:
        plan = self.load.plan
        waits = [
            self.done[plan.activities[earlier].key].finish + int(lag)
            for earlier, _kind, lag in plan.before[plan.place[task.key]]
        ]
        first = max([task.not_before, *waits])
        hours = [one for share in task.shares for one in self._work(task, share, first)]
        days = [day for _name, day, _hours in hours]
        return Done(min(days), max(days) + 1, tuple(hours)) if days else Done(first, first)

    def _work(self, task: Task, share: Share, first: int) -> list[tuple[Hashable, int, float]]:
        """By whoever has done it first; of those, by the one who is named first."""
        tries = [self._days(name, share, first) for name in share.people if name in self.left]
        found = min((one for one in tries if one), key=lambda one: one[-1][1], default=None)
        if found is None and share.hours > TINY:
            raise NotEnough(f"The hours that people have do not reach for {task.key}.")
        for name, day, hours in found or ():
            self.left[name][day] -= hours
        return found or []

    def _days(self, name: Hashable, share: Share, first: int) -> list[tuple[Hashable, int, float]]:
        """Empty if the days that are known are not enough."""
        open_hours, free, found = share.hours, self.left[name], []
        for day in range(first, len(free)):
            if open_hours <= TINY:
                break
            if (hours := min(open_hours, free[day], share.a_day)) > TINY:
                found.append((name, day, hours))
                open_hours -= hours
        return found if open_hours <= TINY else []
