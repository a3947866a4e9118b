"""How long clients waited for our answer, in working hours; and whether it came in time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextChoices
from django.utils.formats import number_format
from django.utils.translation import gettext, pgettext_lazy

from zhike.core.base.kept import Kept
from zhike.core.clock.models import Calendar, Deadline
from zhike.core.clock.working_time import between
from zhike.domains.conversations.answering import ANSWER, TYPE

MEDIAN, NINE_IN_TEN = 0.5, 0.9
HOUR = 3600


class Answered(TextChoices):
    """By the clock of the message, which counts by its client's tier."""

    IN_TIME = "in_time", pgettext_lazy("answer", "In time")
    LATE = "late", pgettext_lazy("answer", "Late")


def answered(how: str) -> Q:
    """Which messages were answered so; those that never had a clock neither way."""
    met = Deadline.objects.filter(record_type=TYPE, name=ANSWER, record_id=OuterRef("pk"), met_at__isnull=False)
    late = Q(Exists(met.filter(met_at__gt=F("due_at"))))
    ways = {Answered.LATE.value: late, Answered.IN_TIME.value: Q(Exists(met)) & ~late}
    return ways.get(how, Q(pk__in=()))


def answered_after(asked_at: datetime, answered_at: datetime | None) -> float | None:
    """Working hours by the company's calendar."""
    if answered_at is None:
        return None
    return between(_calendar(asked_at.year), asked_at, max(asked_at, answered_at)).total_seconds() / HOUR


def times(found: QuerySet[Any]) -> list[float]:
    """Of those conversations that were answered."""
    moments = found.order_by().exclude(answered_at=None).values_list("happened_at", "answered_at")
    return [took for one in moments if (took := answered_after(*one)) is not None]


def quantile(values: Sequence[float], fraction: float) -> float | None:
    """Between the two nearest values in proportion, as PostgreSQL's percentile_cont; None of nothing."""
    if not values:
        return None
    ordered, place = sorted(values), fraction * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def said_hours(hours: float) -> str:
    return gettext("%(number)s h") % {"number": number_format(hours, 1)}


@Kept
def _calendar(year: int) -> Any:
    return Calendar.objects.default().working(datetime(year, 7, 1).date())
