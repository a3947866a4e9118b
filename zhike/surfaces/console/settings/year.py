"""A calendar's year as people look at it: months of weeks, public holidays and make-up days with their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext

from zhike.core.base.days import short_day_words
from zhike.core.clock.holiday_names import holiday_names
from zhike.core.clock.models import Calendar
from zhike.core.clock.working_calendar import WorkingCalendar

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """`state`: work, rest (a free weekday of the week), off (a holiday, 休), makeup (班). `name` is the holiday's."""

    day: date
    state: str
    name: str


@dataclass(frozen=True)
class Month:
    """`weeks` have seven days from Monday, None outside of the month."""

    name: str
    weeks: list[list[Day | None]]


@dataclass(frozen=True)
class Stretch:
    """Days in a row with one name."""

    first: date
    last: date
    name: str
    makeup: bool

    @property
    def days(self) -> str:
        first, last = short_day_words(self.first), short_day_words(self.last)
        return first if first == last else gettext("%(first)s – %(last)s") % {"first": first, "last": last}


def months(calendar: Calendar, year: int, chinese: bool) -> list[Month]:
    working, names = calendar.working(date(year, 7, 1)), _names(calendar, year, chinese)
    return [_month(year, number, working, names) for number in range(1, 13)]


def special_days(calendar: Calendar, year: int, chinese: bool) -> list[Stretch]:
    """Holidays and make-up days, in order."""
    names = _names(calendar, year, chinese)
    days = (day for month in months(calendar, year, chinese) for week in month.weeks for day in week if day)
    special = [day for day in days if day.state == "makeup" or day.name]
    found = []
    for _key, group in groupby(enumerate(special), key=_run):
        stretch = [day for _n, day in group]
        first, last = stretch[0], stretch[-1]
        found.append(Stretch(first.day, last.day, names.get(first.day, ""), first.state == "makeup"))
    return found


def _run(numbered: tuple[int, Day]) -> tuple[str, str, date]:
    """The same for days in a row of one kind: each day less its place among the special ones."""
    n, day = numbered
    return day.name, day.state, day.day - n * ONE


def _names(calendar: Calendar, year: int, chinese: bool) -> Mapping[date, str]:
    """Own days off go before public ones."""
    own = {date.fromisoformat(day): name for day, name in calendar.days_off.items() if day.startswith(f"{year}-")}
    return dict(holiday_names(calendar.region, year, chinese)) | own


def _month(year: int, number: int, working: WorkingCalendar, names: Mapping[date, str]) -> Month:
    first = date(year, number, 1)
    following = date(year + number // 12, number % 12 + 1, 1)
    days: list[Day | None] = [None] * first.weekday()
    days += [_day(first + n * ONE, working, names) for n in range((following - first).days)]
    days += [None] * (-len(days) % 7)
    return Month(date_format(first, "F"), [days[n : n + 7] for n in range(0, len(days), 7)])


def _day(day: date, working: WorkingCalendar, names: Mapping[date, str]) -> Day:
    if day in working.worked:
        return Day(day, "makeup", "")
    if day in working.off:
        return Day(day, "off", names.get(day, ""))
    return Day(day, "work" if working.is_working_day(day) else "rest", "")
