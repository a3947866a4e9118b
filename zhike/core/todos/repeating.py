"""When a repeating to-do comes round again. Pure."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

NextWorkingDay = Callable[[date], date]
MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
DAYS = {"daily": 1, "weekly": 7}


def next_due(repeat: str, due: date, *, series: date | None, after: date, working: NextWorkingDay) -> date:
    """The first day of the series later than both `due` and `after`.

    `series` is the day with which it began, so that 31 Jan, 28 Feb, 31 Mar ends right; a `due` which somebody moved out
    of the series begins a new one. `working` gives the first working day after a day.
    """
    passed = max(due, after)
    if repeat == "workdays":
        return working(passed)
    start = beginning(repeat, due, series)
    if repeat in DAYS:
        step = DAYS[repeat]
        return start + timedelta(days=((passed - start).days // step + 1) * step)
    return _next_in_months(start, MONTHS[repeat], passed)


def beginning(repeat: str, due: date, series: date | None) -> date:
    """The day with which the series of `due` began: the one given, if `due` is a day of it."""
    if series is None or repeat not in MONTHS:
        return due
    apart = (due.year - series.year) * 12 + due.month - series.month
    return series if apart % MONTHS[repeat] == 0 and months_later(series, apart) == due else due


def _next_in_months(start: date, step: int, passed: date) -> date:
    gone = max(0, (passed.year - start.year) * 12 + passed.month - start.month)
    days = (months_later(start, months) for months in count(gone // step * step, step))
    return next(day for day in days if day > passed)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
