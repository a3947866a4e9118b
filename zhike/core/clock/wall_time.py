"""Time zones as stretches between two clock changes, inside which the wall clock simply runs.

Working-time arithmetic thus never meets a missing or a repeated hour: it counts inside each stretch and goes on
in the next one.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Stretch(NamedTuple):
    """From `start` to `end` (UTC, naive) the zone's clock is ahead of UTC by `offset`."""

    start: datetime
    end: datetime
    offset: timedelta

    @property
    def wall_start(self) -> datetime:
        return self.start + self.offset

    @property
    def wall_end(self) -> datetime:
        return self.end + self.offset

    def instant(self, wall: datetime) -> datetime:
        return (wall - self.offset).replace(tzinfo=UTC)


def midnight(day: date) -> datetime:
    """Where the day begins on the wall clock."""
    return datetime.combine(day, time())


def instant(moment: datetime) -> datetime:
    """The moment as naive UTC. Raises ValueError if it names no zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone: got one without.")
    return moment.astimezone(UTC).replace(tzinfo=None)


def wall_of(moment: datetime, zone: str) -> datetime:
    """What the clock on the wall shows, without zone."""
    return instant(moment).replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def stretches(zone: str, start: datetime, years: int) -> Iterator[Stretch]:
    """The stretches from `start` (naive UTC) on, the first one cut there, for so many years."""
    for year in range(start.year, min(start.year + years, 9998)):
        for stretch in stretches_of(zone, year):
            if stretch.end > start:
                yield stretch._replace(start=max(stretch.start, start))


def end_instant(zone: str, wall: datetime) -> datetime:
    """When the wall clock has read `wall` for the last time; at the clock change if it skips it."""
    around = [*stretches_of(zone, wall.year - 1), *stretches_of(zone, wall.year), *stretches_of(zone, wall.year + 1)]
    last = next(stretch for stretch in reversed(around) if stretch.wall_start < wall)
    return last.instant(min(wall, last.wall_end))


@lru_cache(maxsize=4096)
def stretches_of(zone: str, year: int) -> tuple[Stretch, ...]:
    """The stretches of one year of UTC. A zone is looked at once a day, so it may change at most once between."""
    info, day, end = ZoneInfo(zone), midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1))
    found, since, offset = [], day, _offset(info, day)
    while day < end:
        following = day + timedelta(days=1)
        if (later := _offset(info, following)) != offset and following < end:
            change = _change(info, day, following)
            found.append(Stretch(since, change, offset))
            since, offset = change, later
        day = following
    return (*found, Stretch(since, end, offset))


def _change(info: ZoneInfo, before: datetime, after: datetime) -> datetime:
    old = _offset(info, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        before, after = (middle, after) if _offset(info, middle) == old else (before, middle)
    return after


def _offset(info: ZoneInfo, instant: datetime) -> timedelta:
    return instant.replace(tzinfo=UTC).astimezone(info).utcoffset() or timedelta()
