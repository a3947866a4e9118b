"""Working days by the company's default calendar."""

from datetime import date, timedelta

from zhike.core.clock.models import Calendar


def next_working_day(after: date) -> date:
    """The first working day after this one."""
    calendar = Calendar.objects.default().working(after)
    ahead = (after + timedelta(days=days) for days in range(1, 367))
    return next((day for day in ahead if calendar.is_working_day(day)), after + timedelta(days=1))
