"""Days that come again, by the sun or by the moon: pure arithmetic over `lunar_python`.

A lunar day may lack its month (a leap month, 闰月, comes every few years) or its day (a month has 29 or 30 days): what
counts then is a choice of the date.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from lunar_python import Lunar, LunarMonth, LunarYear

FURTHEST = 120  # years: a leap first or twelfth month may stay away for long


@dataclass(frozen=True)
class Anniversary:
    """`month` and `day` of the calendar meant; `year` is the first one, or without `yearly` the only one.

    `leap_only`: a day of a leap month is kept in years with that leap month alone, else in the ordinary month too.
    `day_after`: where the month is too short the day is the first of the next one, else the last of this one.
    """

    month: int
    day: int
    lunar: bool = False
    leap: bool = False
    year: int | None = None
    yearly: bool = True
    leap_only: bool = False
    day_after: bool = False


def next_occurrence(told: Anniversary, after: date) -> date | None:
    """The first day on or after `after`; None when there is none any more."""
    if not told.yearly:
        found = occurrence(told, told.year) if told.year else None
        return found if found and found >= after else None
    first = max(after.year - 1, told.year or 0)
    days = (occurrence(told, year) for year in range(first, first + FURTHEST))
    return next((day for day in days if day and day >= after), None)


def occurrence(told: Anniversary, year: int) -> date | None:
    """The day in that year, lunar for a lunar one; None where a leap month is lacking and alone counts."""
    if not told.lunar:
        return _in(told, date(year, told.month, 1), monthrange(year, told.month)[1])
    leaps = told.leap and LunarYear.fromYear(year).getLeapMonth() == told.month
    if told.leap and not leaps and told.leap_only:
        return None
    month = -told.month if leaps else told.month
    return _in(told, lunar_to_solar(year, month, 1), LunarMonth.fromYm(year, month).getDayCount())


def exists(told: Anniversary, year: int) -> bool:
    """Whether the calendar of that year has just this month and day."""
    if not told.lunar:
        return told.day <= monthrange(year, told.month)[1]
    month = LunarMonth.fromYm(year, -told.month if told.leap else told.month)
    return month is not None and told.day <= month.getDayCount()


def length_of(told: Anniversary) -> int:
    """How many days that month has at most, in any year."""
    return 30 if told.lunar else monthrange(2000, told.month)[1]


def lunar_to_solar(year: int, month: int, day: int) -> date:
    """A leap month is negative: (2025, -6, 1) is the first of 闰六月."""
    found = Lunar.fromYmd(year, month, day).getSolar()
    return date(found.getYear(), found.getMonth(), found.getDay())


def _in(told: Anniversary, first: date, length: int) -> date:
    over = told.day > length
    return first + timedelta(days=(length if told.day_after else length - 1) if over else told.day - 1)
