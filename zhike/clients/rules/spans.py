"""Stretches of days: (first day, first day after), None where it is open. Pure; the day of asking is given."""

from datetime import date, timedelta

Span = tuple[date | None, date | None]

DAY = timedelta(days=1)


def on(day: date, _today: date) -> Span:
    return day, day + DAY


def before(day: date, _today: date) -> Span:
    return None, day


def since(day: date, _today: date) -> Span:
    return day, None


def between(days: list[date], _today: date) -> Span:
    return days[0], days[1] + DAY


def last_days(count: int, today: date) -> Span:
    """Today and the days before it; nothing that lies ahead."""
    return today - timedelta(days=count), today + DAY


def over_days(count: int, today: date) -> Span:
    return None, today - timedelta(days=count)


def next_days(count: int, today: date) -> Span:
    return today, today + timedelta(days=count + 1)


def within(period: str, today: date) -> Span:
    """`this_month`, `last_quarter`, `next_year` …: calendar months, quarters (January, April …) and years."""
    which, _line, size = period.partition("_")
    months = {"month": 1, "quarter": 3, "year": 12}[size]
    this = (today.year * 12 + today.month - 1) // months
    first = (this + {"last": -1, "this": 0, "next": 1}[which]) * months
    return _first_of(first), _first_of(first + months)


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
