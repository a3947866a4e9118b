"""From the work of a project to its outlook. Pure: rows in, days out; one is one working day of the company.

A task is done by somebody who works on it all day. Whether one person has too much at once is not asked here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from math import ceil
from typing import Any

from zhike.domains.projects.planning.estimate import Estimate
from zhike.domains.projects.planning.hours import Hours
from zhike.domains.projects.planning.network import TINY, network
from zhike.domains.projects.planning.plan import Activity, Link, Plan
from zhike.domains.projects.planning.simulate import Outlook, Spread, simulate

USUAL, LEAST = 1.0, 0.25  # days of a task that nobody estimated; of one that should be finished already
WEEKDAYS = 5 / 7  # of the days that passed since a task was begun, those on which somebody may have worked


@dataclass(frozen=True, slots=True)
class Work:
    """An open task. `days`: low, likely and high in working days."""

    key: int
    title: str
    days: tuple[float, float, float]
    milestone: int | None = None
    starts_on: date | None = None
    due_on: date | None = None
    begun_on: date | None = None
    befores: tuple[tuple[int, int], ...] = ()

    @property
    def is_spread(self) -> bool:
        return self.days[0] < self.days[2]


@dataclass(frozen=True, slots=True)
class Point:
    """An open milestone."""

    key: int
    title: str
    due_on: date


@dataclass(frozen=True)
class Situation:
    """By key."""

    work: Mapping[int, Work]
    points: Mapping[int, Point]


@dataclass(frozen=True)
class Sight:
    """The days by which a thing has come in half, four fifths and nine tenths of the runs.

    `chance`: the share of the runs in which it comes by the day on which it is due; None where it has no such day.
    """

    p50: date
    p80: date
    p90: date
    chance: float | None = None


@dataclass(frozen=True)
class Workings:
    """A situation seen from `today` with the company's `hours`, whose first moment is that day."""

    situation: Situation
    hours: Hours
    today: date
    runs: int = field(default=1_000)

    @cached_property
    def plan(self) -> Plan:
        """A milestone comes with the last of its tasks; without any, on its day."""
        work, points = self.situation.work, self.situation.points
        activities = [Activity(one.key, self._left(one)[1], self._begins(one), self.hours) for one in work.values()]
        links = [
            Link(before, one.key, lag=lag) for one in work.values() for before, lag in one.befores if before in work
        ]
        ends = [Link(one.key, ("point", one.milestone)) for one in work.values() if one.milestone in points]
        for key, point in points.items():
            day = self._from(point.due_on) + 1 if key in self.bare else 0
            activities.append(Activity(("point", key), 0, day))
        return Plan(activities, [*links, *ends])

    @cached_property
    def bare(self) -> set[int]:
        """Milestones to which no open task leads: of these nothing can be foretold."""
        return self.situation.points.keys() - {one.milestone for one in self.situation.work.values()}

    @cached_property
    def outlook(self) -> Outlook:
        estimates: dict[Any, Estimate] = {key: Estimate(*self._left(one)) for key, one in self.situation.work.items()}
        return simulate(self.plan, estimates, [("point", key) for key in self.situation.points], runs=self.runs)

    def sight(self, key: int) -> Sight:
        """Of a milestone."""
        return self._seen(self.outlook.watched["point", key], self.situation.points[key].due_on)

    def end(self, due: date | None = None) -> Sight:
        """Of the whole project."""
        return self._seen(self.outlook.finish, due)

    @cached_property
    def critical(self) -> list[Work]:
        """Tasks that hold up the end of all work, in their order, if each takes what is likely."""
        work, early = self.situation.work, network(self.plan).timings
        last = max((early[key].finish for key in work), default=0)
        timings = network(self.plan, due=last).timings
        return [work[key] for key, one in timings.items() if isinstance(key, int) and one.total_float <= TINY]

    @property
    def drivers(self) -> list[tuple[Work, float]]:
        """What makes the end unsure, with its share, the greatest first."""
        return [(self.situation.work[key], share) for key, share in self.outlook.drivers if isinstance(key, int)]

    def _seen(self, spread: Spread, due: date | None) -> Sight:
        chance = spread.chance((due - self.today).days + 1 + TINY) if due else None
        return Sight(self.day(spread.p50), self.day(spread.p80), self.day(spread.p90), chance)

    def day(self, moment: float) -> date:
        """The day on which something has come; a moment between two days belongs to the one before."""
        return self.today + timedelta(days=max(ceil(moment - TINY) - 1, 0))

    def _left(self, one: Work) -> tuple[float, float, float]:
        if one.begun_on is None or one.begun_on >= self.today:
            return one.days
        spent = WEEKDAYS * (self.today - one.begun_on).days
        low, likely, high = (max(days - spent, LEAST) for days in one.days)
        return low, likely, high

    def _begins(self, one: Work) -> float:
        """Nobody begins before it is planned: on its own day, or so that it is likely to be done on its due day."""
        if one.begun_on:
            return 0
        if one.starts_on or not one.due_on:
            return self._from(one.starts_on)
        if one.due_on < self.today:
            return 0
        by, needs = self._from(one.due_on) + 1, one.days[1]
        return self.hours.back(by, needs) if self.hours.between(0, by) >= needs else 0

    def _from(self, day: date | None) -> int:
        return max((day - self.today).days, 0) if day else 0


def estimated(hours: Iterable[float | None], a_day: float, planned: float | None) -> tuple[float, float, float]:
    """Low, likely, high in days from (low, likely, high) in hours; where hours are missing, from the planned days.

    Who has planned more days than the hours need works on other things besides: the spread is stretched with it.
    """
    low, likely, high = hours
    known = [one for one in (low, likely, high) if one is not None]
    if not known:
        days = planned or USUAL
        return days, days, days
    middle = likely if likely is not None else sum(known) / len(known)
    scale = max(planned, middle / a_day) / middle if planned and middle else 1 / a_day
    found = (middle if low is None else low, middle, middle if high is None else high)
    return found[0] * scale, found[1] * scale, found[2] * scale
