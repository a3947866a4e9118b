"""Quiet hours, by the clock of whoever is left in peace. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from zhike.core.clock.hours import WEEKDAYS

DAY = timedelta(days=1)
FURTHEST = 8 * DAY  # hours that are quiet for longer have no end


@dataclass(frozen=True)
class Quiet:
    """From `since` to `until`, on the next day when that is not later; on `weekdays` (mon to sun), none for every day.

    The weekday is that on which it begins: Friday from 21:00 lasts until Saturday 08:00.
    """

    since: time
    until: time
    weekdays: tuple[str, ...] = ()

    def end(self, wall: datetime) -> datetime | None:
        """When the quiet stretch that this wall time (without zone) lies in ends; None outside of any."""
        for day in (wall.date(), wall.date() - DAY):
            start, end = datetime.combine(day, self.since), datetime.combine(day, self.until)
            end += DAY if end <= start else timedelta()
            if start <= wall < end and (not self.weekdays or WEEKDAYS[day.weekday()] in self.weekdays):
                return end
        return None

    @property
    def is_endless(self) -> bool:
        every_day = not self.weekdays or set(self.weekdays) >= set(WEEKDAYS)
        return self.since == self.until and every_day


def quiet_until(hours: Iterable[Quiet], zone: str, moment: datetime) -> datetime | None:
    """When one may write again, in that zone; None where one may now, or never within eight days."""
    known, there = list(hours), moment.astimezone(ZoneInfo(zone))
    start = wall = there.replace(tzinfo=None)
    while ends := [end for one in known if (end := one.end(wall))]:
        wall = _that_there_is(max(ends), zone)
        if wall - start > FURTHEST:
            return None
    if wall == start:
        return None
    end = wall.replace(tzinfo=ZoneInfo(zone))
    return end if end > moment else end.replace(fold=1)


def _that_there_is(wall: datetime, zone: str) -> datetime:
    """The same wall time, or the one after it where the clock skips it."""
    skipped = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return skipped.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
