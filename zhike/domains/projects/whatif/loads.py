"""Who has how much to do in which week, against the hours that they have. Pure but for what it is given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.domains.projects.planning.capacity import hours_of
from zhike.domains.projects.whatif.change import Job

Weeks = dict[tuple[int, date], float]  # hours by (person, Monday)
Away = Mapping[int, Iterable[tuple[date, date]]]
DAY, MUCH = timedelta(days=1), 0.5  # hours over by which a week is told


@dataclass(frozen=True)
class Clash:
    """A week in which `person` has more to do than hours, now or then."""

    person: Any
    week: date
    has: float
    now: float
    then: float

    @property
    def is_over_now(self) -> bool:
        return self.now > self.has + MUCH

    @property
    def is_over_then(self) -> bool:
        return self.then > self.has + MUCH


def needed(jobs: Iterable[Job], calendar: WorkingCalendar, today: date) -> Weeks:
    """Hours that are left of each, even over the working days from its first, or today, to its last."""
    found: Weeks = defaultdict(float)
    for one in jobs:
        if one.owner is None or not one.hours or one.first is None or one.last is None:
            continue
        first, last = max(one.first, today), max(one.last, today)
        days = _worked(first, last, calendar) or [first]
        for day in days:
            found[one.owner, monday(day)] += one.hours / len(days)
    return dict(found)


def available(people: Iterable[int], until: date, calendar: WorkingCalendar, today: date, away: Away) -> Weeks:
    """What they have from today on, without the days on which they are away."""
    found: Weeks = {}
    hours = hours_of(calendar, today, max((until - today).days, 0) + 7)
    for person in people:
        gone = list(away.get(person, ()))
        for n, some in enumerate(hours):
            day = today + n * DAY
            if not any(first <= day <= last for first, last in gone):
                found[person, monday(day)] = found.get((person, monday(day)), 0.0) + some
    return found


def clashes(now: Weeks, then: Weeks, has: Weeks, named: Mapping[int, Any]) -> list[Clash]:
    """Where somebody has too much in either, by week and person."""
    found = []
    for person, week in sorted({*now, *then}, key=lambda one: (one[1], one[0])):
        place = (person, week)
        one = Clash(named.get(person), week, has.get(place, 0.0), now.get(place, 0.0), then.get(place, 0.0))
        if one.is_over_now or one.is_over_then:
            found.append(one)
    return found


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _worked(first: date, last: date, calendar: WorkingCalendar) -> list[date]:
    days = (first + n * DAY for n in range((last - first).days + 1))
    return [day for day in days if calendar.is_working_day(day)]
