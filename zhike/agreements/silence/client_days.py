"""Working days at a client's: weekdays of its country that are no holidays, and make-up days (调休)."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from zhike.agreements.choices import Side
from zhike.agreements.due_days import TwoCalendars

FURTHEST = 730


class ClientDays:
    """Made once for a client; `around` is a day near those that are asked for."""

    def __init__(self, client: Any, around: date) -> None:
        self._both = TwoCalendars(client, around)

    def works(self, day: date) -> bool:
        return all(one.side != Side.THEM for one in self._both.off(day))

    def after(self, day: date, count: int) -> date:
        """The working day that comes `count` working days after this day, which itself does not count."""
        for _n in range(FURTHEST):
            if count <= 0:
                break
            day += timedelta(days=1)
            count -= self.works(day)
        return day


def today_at(client: Any, contact: Any, now: datetime) -> date:
    """What day it is at the client's and where its person sits: the earlier one, so that nothing comes early."""
    zones = {getattr(one, "time_zone", "") for one in (client, contact)}
    return min(now.astimezone(ZoneInfo(zone) if zone else timezone.get_default_timezone()).date() for zone in zones)
