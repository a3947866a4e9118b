"""Working-time arithmetic: pure functions over a WorkingCalendar. Moments are aware; results are in UTC.

A moment is working time when the wall clock of the calendar's zone reads a minute inside a shift. So an hour
that the clock repeats counts twice, and one that it skips does not count.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from zhike.core.clock.wall_time import end_instant, instant, midnight, stretches, wall_of
from zhike.core.clock.working_calendar import NoWorkingTime, WorkingCalendar

SEARCHED_YEARS = 200


def add(calendar: WorkingCalendar, start: datetime, working: timedelta) -> datetime:
    """The earliest moment from `start` on at which so much working time has passed; for nothing, `start` itself.

    What fills a day exactly is due at its closing, not the next morning. Raises ValueError if `working` is
    negative, NoWorkingTime if that lies more than 200 years ahead.
    """
    if working < timedelta():
        raise ValueError("Working time is added forwards only: the duration is negative.")
    left, since = working, instant(start)
    if not left:
        return since.replace(tzinfo=UTC)
    for stretch in stretches(calendar.zone, since, SEARCHED_YEARS):
        passed = _passed(calendar, stretch.wall_start, stretch.wall_end)
        if left <= passed:
            return stretch.instant(_after(calendar, stretch.wall_start, left))
        left -= passed
    raise _too_far(calendar)


def add_days(calendar: WorkingCalendar, start: datetime, days: int) -> datetime:
    """The closing of the n-th working day after the day of `start`, which itself does not count.

    For 0 days: the next closing. The usual law of periods: PRC Civil Code, articles 201 and 203; BGB §§ 187, 188.
    Raises ValueError if `days` is negative, NoWorkingTime if that lies more than 200 years ahead.
    """
    if days < 0:
        raise ValueError("Working days are added forwards only: the number is negative.")
    today = wall_of(start, calendar.zone).date()
    if not days:
        return next(end for day in _working_days(calendar, today) if (end := closing(calendar, day)) >= start)
    left = days
    for year in range(today.year, today.year + SEARCHED_YEARS):
        ahead = [day for day in calendar.year(year).working_days if day > today]
        if left <= len(ahead):
            return closing(calendar, ahead[left - 1])
        left -= len(ahead)
    raise _too_far(calendar)


def between(calendar: WorkingCalendar, start: datetime, end: datetime) -> timedelta:
    """The working time from `start` to `end`. Raises ValueError if `end` lies before `start`."""
    since, until = instant(start), instant(end)
    if until < since:
        raise ValueError("Working time is counted forwards only: the end lies before the start.")
    total = timedelta()
    for stretch in stretches(calendar.zone, since, until.year - since.year + 1):
        if stretch.start >= until:
            break
        total += _passed(calendar, stretch.wall_start, min(stretch.end, until) + stretch.offset)
    return total


def is_open(calendar: WorkingCalendar, moment: datetime) -> bool:
    """Whether the moment is working time. Opening is inside, closing outside."""
    wall = wall_of(moment, calendar.zone)
    return calendar.year(wall.year).next_open(wall) == wall


def next_open(calendar: WorkingCalendar, moment: datetime) -> datetime:
    """The moment itself if it is working time, else the next opening."""
    for stretch in stretches(calendar.zone, instant(moment), SEARCHED_YEARS):
        for year in range(stretch.wall_start.year, stretch.wall_end.year + 1):
            opening = calendar.year(year).next_open(stretch.wall_start)
            if opening and opening < stretch.wall_end:
                return stretch.instant(opening)
    raise _too_far(calendar)


def closing(calendar: WorkingCalendar, day: date) -> datetime:
    """When the last shift of a working day ends. Raises NoWorkingTime if nobody works that day."""
    if not (shifts := calendar.shifts(day)):
        raise NoWorkingTime(f"Nobody works on {day} in this calendar.")
    return end_instant(calendar.zone, midnight(day) + timedelta(minutes=shifts[-1][1]))


def _working_days(calendar: WorkingCalendar, first: date) -> Iterator[date]:
    for year in range(first.year, first.year + SEARCHED_YEARS):
        yield from (day for day in calendar.year(year).working_days if day >= first)
    raise _too_far(calendar)


def _passed(calendar: WorkingCalendar, since: datetime, until: datetime) -> timedelta:
    whole = sum((calendar.year(year).total for year in range(since.year, until.year)), timedelta())
    return whole + calendar.year(until.year).passed(until) - calendar.year(since.year).passed(since)


def _after(calendar: WorkingCalendar, since: datetime, working: timedelta) -> datetime:
    left, year = working + calendar.year(since.year).passed(since), since.year
    while left > calendar.year(year).total:
        left -= calendar.year(year).total
        year += 1
    return calendar.year(year).at(left)


def _too_far(calendar: WorkingCalendar) -> NoWorkingTime:
    return NoWorkingTime(f"That much working time lies more than {SEARCHED_YEARS} years ahead in this calendar.")
