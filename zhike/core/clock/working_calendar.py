"""When people work, as one plain value. Knows dates and minutes of the day; time zones are wall_time's part."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from zhike.core.clock.wall_time import midnight

DAY = 24 * 60
Shift = tuple[int, int]
Week = tuple[tuple[Shift, ...], ...]


class NoWorkingTime(ValueError):
    """The calendar never opens, or not within the years that are searched."""


@dataclass(frozen=True)
class WorkingCalendar:
    """`hours`: seven days from Monday, each a tuple of (start, end) in minutes from midnight, so lunch is a gap.

    A shift over midnight ends after 1440 and belongs to the day on which it starts. `off` are dates without
    work; `worked` says of a date which weekday's hours it has (调休 make-up days), and wins over `off`.
    Raises ValueError for hours that overlap, NoWorkingTime where no weekday has any, and
    zoneinfo.ZoneInfoNotFoundError (a KeyError) for an unknown zone.
    """

    zone: str
    hours: Week
    off: frozenset[date] = frozenset()
    worked: Mapping[date, int] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        ZoneInfo(self.zone)
        check_week(self.hours)
        if not set(self.worked.values()) <= set(range(7)):
            raise ValueError("A make-up day takes the hours of a weekday from 0 (Monday) to 6 (Sunday).")

    def shifts(self, day: date) -> tuple[Shift, ...]:
        if day in self.worked:
            return self.hours[self.worked[day]]
        return () if day in self.off else self.hours[day.weekday()]

    def is_working_day(self, day: date) -> bool:
        return bool(self.shifts(day))

    def year(self, year: int) -> "Year":
        """All shifts of a year; made once for each year that is asked for."""
        if year not in self._years:
            self._years[year] = Year(self, year)
        return self._years[year]

    @cached_property
    def _years(self) -> dict[int, "Year"]:
        return {}


class Year:
    """The open stretches of one year in wall time, with the working time that has passed after each."""

    def __init__(self, calendar: WorkingCalendar, year: int) -> None:
        self.working_days: list[date] = []
        self.starts: list[datetime] = []
        self.ends: list[datetime] = []
        self.after: list[timedelta] = []
        self.total = timedelta()
        for day, start, end in _stretches(calendar, year):
            if day.year == year and self.working_days[-1:] != [day]:
                self.working_days.append(day)
            if start < end:
                self._append(start, end)

    def _append(self, start: datetime, end: datetime) -> None:
        self.total += end - start
        self.starts.append(start)
        self.ends.append(end)
        self.after.append(self.total)

    def passed(self, wall: datetime) -> timedelta:
        """Working time from New Year to this wall time."""
        n = bisect_right(self.starts, wall)
        return self.after[n - 1] - max(self.ends[n - 1] - wall, timedelta()) if n else timedelta()

    def at(self, passed: timedelta) -> datetime:
        """The earliest wall time at which this much has passed; 0 < passed <= total."""
        n = bisect_left(self.after, passed)
        return self.ends[n] - (self.after[n] - passed)

    def next_open(self, wall: datetime) -> datetime | None:
        n = bisect_right(self.ends, wall)
        return max(self.starts[n], wall) if n < len(self.starts) else None


def check_week(hours: Week) -> None:
    """Raises NoWorkingTime or ValueError, saying which day is wrong."""
    if len(hours) != 7:
        raise ValueError(f"Hours are given for seven days from Monday on, not for {len(hours)}.")
    shifts = [shift for day in hours for shift in day]
    if not shifts:
        raise NoWorkingTime("The calendar has no working time: give at least one weekday its hours.")
    spill = max(0, max(end for _, end in shifts) - DAY)
    for weekday, day in enumerate(hours):
        earliest = spill
        for start, end in day:
            if not (earliest <= start < end and start < DAY and end <= 2 * DAY):
                raise ValueError(
                    f"The hours {start}-{end} of weekday {weekday} overlap, end before they start or reach too far."
                )
            earliest = end


def _stretches(calendar: WorkingCalendar, year: int) -> Iterator[tuple[date, datetime, datetime]]:
    first, last = midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1))
    for ordinal in range(first.toordinal() - 1, last.toordinal()):
        day = date.fromordinal(ordinal)
        for start, end in calendar.shifts(day):
            start_at, end_at = midnight(day) + timedelta(minutes=start), midnight(day) + timedelta(minutes=end)
            yield day, max(start_at, first), min(end_at, last)
