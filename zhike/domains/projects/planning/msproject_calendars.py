"""Calendars of Microsoft Project: weeks, dates that differ (in both ways of writing them), and whose days are whose."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from xml.etree.ElementTree import Element

from zhike.core.clock.working_calendar import DAY
from zhike.domains.projects.planning.msproject_lost import Losses
from zhike.domains.projects.planning.msproject_values import flag, moment, number, said
from zhike.domains.projects.planning.outside import OutsideCalendar, Shifts

SHIFTS: Shifts = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
STANDARD: tuple[Shifts, ...] = (SHIFTS,) * 5 + ((), ())
LONGEST = 3_660  # days of one exception
ONCE = ("", "1")  # kinds of exceptions that are a stretch of days, and do not come again


def calendars(root: Element, losses: Losses) -> tuple[OutsideCalendar, ...]:
    """Those of people have the week and the dates of their base, where they say nothing themselves."""
    written = {said(one, "UID"): one for one in root.iterfind("Calendars/Calendar")}
    return tuple(_calendar(key, written, losses) for key in written)


def _calendar(key: str, written: dict[str, Element], losses: Losses) -> OutsideCalendar:
    week, seen = list(STANDARD), []  # type: list[Shifts], list[str]
    days: dict[date, Shifts] = {}
    while key in written and key not in seen:
        seen.append(key)
        key = said(written[key], "BaseCalendarUID")
    for one in reversed(seen):
        for place, shifts in _week(written[one]):
            week[place] = shifts
        days |= dict(_days(written[one], losses if one == seen[0] else Losses()))
    for week_of_its_own in written[seen[0]].iterfind("WorkWeeks/WorkWeek"):
        losses.add("Calendar/WorkWeek", said(week_of_its_own, "Name"))
    return OutsideCalendar(seen[0], said(written[seen[0]], "Name"), tuple(week), days)


def _week(calendar: Element) -> Iterator[tuple[int, Shifts]]:
    """Day 1 is Sunday there, 0 is Monday here."""
    for one in calendar.iterfind("WeekDays/WeekDay"):
        if day := int(number(one, "DayType") or 0):
            yield (day - 2) % 7, _shifts(one)


def _days(calendar: Element, losses: Losses) -> Iterator[tuple[date, Shifts]]:
    """Exceptions, and weekdays of type 0, as they were written before Project 2007."""
    old = (one for one in calendar.iterfind("WeekDays/WeekDay") if said(one, "DayType") == "0")
    for one in [*old, *calendar.iterfind("Exceptions/Exception")]:
        first, last = moment(one, "TimePeriod/FromDate"), moment(one, "TimePeriod/ToDate")
        comes_again = said(one, "Type") not in ONCE or (number(one, "Period") or 1) > 1
        if first is None or last is None or comes_again or (last - first).days > LONGEST:
            losses.add("Calendar/Exception", said(one, "Name") or said(calendar, "Name"))
            continue
        shifts = _shifts(one)
        for day in range((last.date() - first.date()).days + 1):
            yield first.date() + timedelta(days=day), shifts


def _shifts(day: Element) -> Shifts:
    if not flag(day, "DayWorking"):
        return ()
    found = []
    for one in day.iterfind("WorkingTimes/WorkingTime"):
        start, end = _minute(said(one, "FromTime")), _minute(said(one, "ToTime"))
        if start is not None and end is not None:
            found.append((start, end if end > start else end + DAY))
    return tuple(sorted(found)) or SHIFTS


def _minute(text: str) -> int | None:
    try:
        said_time = time.fromisoformat(text.rpartition("T")[2])
    except ValueError:
        return None
    return said_time.hour * 60 + said_time.minute
