"""The earliest and latest times of a plan, and what they leave free.

The critical path method (Kelley and Walker, Critical-Path Planning and Scheduling, 1959) with the four kinds of links
of the precedence diagram (Fondahl, 1961) and hours of each activity's own. Two passes, O(n + m).
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from math import inf

from zhike.domains.projects.planning.plan import Activity, Kind, Plan

TINY = 1e-9  # what is left of a float by rounding


@dataclass(frozen=True, slots=True)
class Timing:
    """Moments of one activity; floats are working time on its own hours.

    `total_float`: how far it may slip before the plan's end does. `free_float`: before any other activity does.
    """

    start: float
    finish: float
    late_start: float
    late_finish: float
    total_float: float
    free_float: float

    @property
    def is_critical(self) -> bool:
        return self.total_float <= TINY


@dataclass(frozen=True, slots=True)
class Network:
    """`timings` by key in an order of precedence; `finish` is the earliest end of all."""

    timings: dict[Hashable, Timing]
    finish: float

    @property
    def critical(self) -> tuple[Hashable, ...]:
        return tuple(key for key, one in self.timings.items() if one.is_critical)


def network(plan: Plan, start: float = 0, due: float | None = None) -> Network:
    """All times of a plan that begins at `start`. With `due` earlier than possible, floats are negative.

    Raises Cycle, and BeyondHours where an activity's hours do not reach so far.
    """
    early = earliest(plan, start)
    finish = max((moment for _start, moment in early), default=start)
    late = _latest(plan, finish if due is None else due)
    timings = {}
    for place in plan.order:
        one, (begins, ends), (late_start, late_finish) = plan.activities[place], early[place], late[place]
        total = one.hours.between(begins, late_start)
        free = min(total, _free(plan, place, early, finish)) if due is None else _free(plan, place, early, finish)
        timings[one.key] = Timing(begins, ends, late_start, late_finish, total, free)
    return Network(timings, finish)


def earliest(plan: Plan, start: float = 0) -> list[tuple[float, float]]:
    """(start, finish) of each place, as early as links, hours and `not_before` allow."""
    found: list[tuple[float, float]] = [(start, start)] * len(plan.activities)
    for place in plan.order:
        one = plan.activities[place]
        begin, end = max(start, one.not_before), -inf
        for earlier, kind, lag in plan.before[place]:
            moment = one.hours.work(found[earlier][kind[0] == "F"], lag)
            if kind[1] == "S":
                begin = max(begin, moment)
            else:
                end = max(end, moment)
        found[place] = _placed(one, begin, end)
    return found


def _placed(one: Activity, begin: float, end: float) -> tuple[float, float]:
    """An end that falls into closed time is kept when no working time is left before it."""
    if not one.duration:
        return (max(begin, end),) * 2
    if end > -inf:
        begin = max(begin, one.hours.back(end, one.duration)) if one.hours.work(begin, one.duration) < end else begin
    begin = one.hours.opens(begin)
    return begin, one.hours.work(begin, one.duration)


def _latest(plan: Plan, due: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = [(due, due)] * len(plan.activities)
    for place in reversed(plan.order):
        one = plan.activities[place]
        begin, end = inf, due
        for kind, moment in _limits(plan, place, found):
            if kind[0] == "S":
                begin = min(begin, moment)
            else:
                end = min(end, moment)
        begin = min(begin, one.hours.back(end, one.duration))
        found[place] = begin, one.hours.work(begin, one.duration)
    return found


def _limits(plan: Plan, place: int, times: list[tuple[float, float]]) -> Iterator[tuple[Kind, float]]:
    """How late this activity may begin or finish so that those after it keep their times."""
    for later, kind, lag in plan.after[place]:
        hours, (begins, ends) = plan.activities[later].hours, times[later]
        if kind[1] == "S":
            yield kind, hours.back(begins, lag)
        else:
            yield kind, hours.back(hours.opens(ends) if plan.activities[later].duration else ends, lag)


def _free(plan: Plan, place: int, early: list[tuple[float, float]], finish: float) -> float:
    hours, (begins, ends) = plan.activities[place].hours, early[place]
    left = hours.between(ends, finish)
    for kind, moment in _limits(plan, place, early):
        left = min(left, hours.between(begins if kind[0] == "S" else ends, moment))
    return max(left, 0)
