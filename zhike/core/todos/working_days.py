"""Working days by the company's default calendar."""

from datetime import date, timedelta

from django.conf import settings

from zhike.core.clock.public_holidays import public_holidays


def is_working_day(day: date) -> bool:
    public = public_holidays(settings.REGION, [day.year])
    return day in public.worked or (day.weekday() < 5 and day not in public.off)


def next_working_day(after: date) -> date:
    """The first working day after this one."""
    day = after + timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
