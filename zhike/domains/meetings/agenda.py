"""When an agenda is due: so many working hours before the meeting begins."""

from datetime import datetime, timedelta

from zhike.core.clock.models import Calendar
from zhike.core.clock.working_time import between

FURTHEST = timedelta(days=60)
EXACT, HALF = timedelta(seconds=1), timedelta(seconds=30)


def agenda_due(starts_at: datetime, hours: int) -> datetime:
    """The latest moment from which so much working time is left, to the minute, by the company's calendar."""
    calendar, wanted = Calendar.objects.default().working(starts_at.date()), timedelta(hours=hours)
    early, late = starts_at - FURTHEST, starts_at
    if not hours or between(calendar, early, starts_at) < wanted:
        return starts_at if not hours else early
    while late - early > EXACT:
        middle = early + (late - early) / 2
        if between(calendar, middle, starts_at) >= wanted:
            early = middle
        else:
            late = middle
    return (early + HALF).replace(second=0, microsecond=0)
