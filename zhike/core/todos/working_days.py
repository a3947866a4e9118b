"""Working days by the company's default calendar."""

from datetime import date, timedelta
from itertools import islice

from zhike.core.clock.models import Calendar


def next_working_day(after: date) -> date:
    """The first working day after this one."""
    calendar = Calendar.objects.default().working(after)
    ahead = (after + timedelta(days=days) for days in range(1, 367))
    return next((day for day in ahead if calendar.is_working_day(day)), after + timedelta(days=1))


def working_days_after(start: date, days: int) -> date:
    """The n-th working day after this one; for 0 the day itself, or the next working day if it is none."""
    calendar = Calendar.objects.default().working(start)
    ahead = (start + timedelta(days=away) for away in range(1 if days else 0, days * 7 + 367))
    working = (day for day in ahead if calendar.is_working_day(day))
    return next(islice(working, max(days - 1, 0), None), start + timedelta(days=days))
