"""Whether somebody may be reached now, by their own clock."""

from datetime import datetime

from zhike.core.clock.wall_time import wall_of
from zhike.core.clock.working_calendar import DAY, Week


def in_reachable_hours(hours: Week, zone: str, now: datetime) -> bool:
    """`hours` as in WorkingCalendar; a week without any hours means that nothing was agreed: always reachable."""
    if not any(hours):
        return True
    wall = wall_of(now, zone)
    minute, today = wall.hour * 60 + wall.minute, wall.weekday()
    yesterday = hours[today - 1]
    return any(start <= minute < end for start, end in hours[today]) or any(minute + DAY < end for _, end in yesterday)
