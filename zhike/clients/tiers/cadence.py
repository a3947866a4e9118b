"""Every how many working days a client's tier wants it spoken with, and who is late by that.

The days run from the last contact; from when the client came into its tier, where there was none. They are counted by
the company's calendar and in its zone, so that who is late is one comparison per tier, and the same for every reader.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from zhike.clients.plans.due import working_days_after
from zhike.clients.tiers.models import Tier
from zhike.core.clock.models import Calendar
from zhike.core.clock.working_calendar import WorkingCalendar

SINCE = Coalesce("last_contact_at", "tier_since")


@dataclass(frozen=True)
class Cadence:
    """`every` so many working days since `since`; `due_on` is None when the calendar does not reach so far."""

    every: int
    since: date
    due_on: date | None

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today


def cadence_of(client: Any) -> Cadence | None:
    """The cadence of the client's tier; None where it has none. Reads `client.tier`."""
    every, since = client.tier_id and client.tier.contact_days, client.last_contact_at or client.tier_since
    if not every or since is None:
        return None
    day = timezone.localdate(since, timezone.get_default_timezone())
    return Cadence(every, day, working_days_after(_calendar(day), day, every))


def late_by_cadence(today: date) -> Q:
    """Which clients their tier wants spoken with before today; `SINCE` must be annotated as `spoken_since`."""
    calendar = _calendar(today)
    tiers = Tier.objects.filter(contact_days__isnull=False).values_list("pk", "contact_days")
    late = [Q(tier=pk, spoken_since__lt=_morning_of(_border(calendar, today, days))) for pk, days in tiers if days]
    return reduce(or_, late, Q(pk__in=()))


def late_clients(clients: Any, today: date) -> Any:
    """Those of the clients that are late by their tier's cadence, the longest silent first."""
    annotated = clients.filter(tier__isnull=False, archived_at=None).annotate(spoken_since=SINCE)
    return annotated.filter(late_by_cadence(today)).order_by("spoken_since", "pk")


def _border(calendar: WorkingCalendar, today: date, every: int) -> date:
    """The first day of a last contact which is not late yet: `every` working days after it is today or later."""
    day = today - timedelta(days=1)
    found = 0
    while found < every:
        found += calendar.is_working_day(day)
        day -= timedelta(days=1)
    return day + timedelta(days=1)


def _morning_of(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_default_timezone())


def _calendar(around: date) -> WorkingCalendar:
    return Calendar.objects.default().working(around)
