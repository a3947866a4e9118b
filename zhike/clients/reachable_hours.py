"""When somebody can be reached, by the hours they gave (`09:00-12:00 13:30-18:00`, in their zone). Pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

Stretch = tuple[time, time]
DAY = timedelta(days=1)


def stretches(said: str) -> list[Stretch]:
    """In the order said. One that ends at 24:00 ends with the day."""
    return [(_time(start), _time(end)) for start, _dash, end in (one.partition("-") for one in said.split())]


def opens_at(said: str, zone: str, now: datetime) -> datetime | None:
    """When they can be reached next, in their zone; None when they can be now, or gave no hours."""
    hours, local = stretches(said), now.astimezone(ZoneInfo(zone))
    if not hours or any(_within(local.time(), stretch) for stretch in hours):
        return None
    today = [datetime.combine(local.date(), start, local.tzinfo) for start, _end in hours]
    return min(one for one in (*today, *(one + DAY for one in today)) if one > local)


def _within(moment: time, stretch: Stretch) -> bool:
    start, end = stretch
    return start <= moment < end if start < end else moment >= start or moment < end


def _time(said: str) -> time:
    """24:00 counts as the end of the day."""
    hour, _colon, minute = said.partition(":")
    return time.max if int(hour) == 24 else time(int(hour), int(minute))
