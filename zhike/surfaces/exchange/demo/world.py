"""The imagined history: what happens when, told in the order of time."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import count
from typing import Any, TypeVar

from django.utils import timezone

from zhike.core.clock.models import Calendar
from zhike.core.timeline.moment import at
from zhike.surfaces.exchange.demo import Progress
from zhike.surfaces.exchange.demo.models import Mark

MONTHS = 18
T = TypeVar("T")
Act = Callable[[], Any]


@dataclass
class World:
    """`scale` says how much of it is built. `staff`, `teams` and `clients` go by their keys, `people` by client.

    `firms` are those that are clients; `conversations` is what has been said so far, `tiers` the levels, highest first.
    """

    scale: float = 1.0
    now: datetime = field(default_factory=timezone.now)
    dice: random.Random = field(default_factory=lambda: random.Random(1999))
    staff: dict[str, Any] = field(default_factory=dict)
    teams: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, Any] = field(default_factory=dict)
    people: dict[str, list[Any]] = field(default_factory=dict)
    firms: dict[str, Any] = field(default_factory=dict)
    conversations: list[Any] = field(default_factory=list)
    tiers: list[Any] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _plan: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _order: Any = field(default_factory=count)

    def contact(self, client: str, role: str) -> Any:
        """Whoever of a client's people has the role, else the one nearest to it."""
        firm = self.firms[client]
        return self.people[client][firm.people.index(firm.who(role))]

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def beginning(self) -> datetime:
        """When the studio set up its Zhike: a while before the first conversation."""
        return self.moment(self.today - timedelta(days=30 * MONTHS + 40), 9.0)

    def moment(self, day: date, hour: float) -> datetime:
        """That hour (9.5 is half past nine) of the day, here."""
        clock = time(int(hour), int(hour % 1 * 60), self.dice.randrange(60))
        return timezone.make_aware(datetime.combine(day, clock))

    @cached_property
    def working_days(self) -> set[date]:
        """By the company's calendar, from a year before the beginning until a year from now."""
        calendar = Calendar.objects.default().working(self.today)
        days = (self.today + timedelta(days=away) for away in range(-30 * MONTHS - 366, 366))
        return {day for day in days if calendar.is_working_day(day)}

    def working_day(self, day: date) -> date:
        """That day, or the first working day after it."""
        while day not in self.working_days:
            day += timedelta(days=1)
        return day

    def working_day_before(self, day: date) -> date:
        """That day, or the last working day before it."""
        while day not in self.working_days:
            day -= timedelta(days=1)
        return day

    def working_moment(self, day: date) -> datetime:
        """Some time within the working hours of that day, or of a working day next to it; never ahead of now."""
        if day not in self.working_days:
            after = self.working_day(day)
            day = after if after <= self.today and self.dice.random() < 0.6 else self.working_day_before(day)
        then = self.moment(day, self.dice.choice((9.3, 10, 10.6, 11.2, 13.7, 14.4, 15.1, 16, 16.8, 17.5)))
        return min(then, self.lately())

    def lately(self) -> datetime:
        """Within the last two hours."""
        return self.now - timedelta(minutes=self.dice.randint(2, 120))

    def latest_with(self, client: str) -> Any:
        """The latest conversation so far."""
        wanted = self.clients[client].pk
        return next(one for one in reversed(self.conversations) if one.client_id == wanted)

    def mark(self, record: T) -> T:
        """Note that the record is the demo's. What its people do in the plan is marked without being named."""
        made: Any = record
        self._marks.append(Mark(record_type=made._meta.label_lower, record_id=made.pk))
        return record

    def plan(self, moment: datetime, act: Act) -> None:
        """Let it happen then; what lies ahead does not happen. An act may plan others."""
        if moment <= self.now:
            heapq.heappush(self._plan, (moment, next(self._order), act))

    def live(self, progress: Progress) -> None:
        """Let everything planned happen, in the order of time; says now and then how far it has come."""
        month = 0
        while self._plan:
            moment, _order, act = heapq.heappop(self._plan)
            if moment.month != month and moment.month % 3 == 1:
                progress(f"… {moment:%B %Y}")
            month = moment.month
            with at(moment):
                act()

    def keep_marks(self) -> None:
        Mark.objects.bulk_create(self._marks, ignore_conflicts=True)
