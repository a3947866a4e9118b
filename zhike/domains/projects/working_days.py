"""Moving days of a plan."""

from datetime import date, timedelta

from zhike.core.clock.working_calendar import WorkingCalendar

LONGEST = 30  # days in a row on which nobody works


def moved(day: date, days: int, calendar: WorkingCalendar) -> date:
    """So many days on, or back, and in that direction to the next day on which somebody works."""
    step = timedelta(days=-1 if days < 0 else 1)
    day += timedelta(days=days)
    for _day in range(LONGEST):
        if calendar.is_working_day(day):
            break
        day += step
    return day
