"""What day it is at a client."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

AHEAD = timedelta(hours=14)  # the zone in which a day begins first


def day_at(client: Any, now: datetime) -> date:
    """In the client's own zone; where nobody knows it, in the company's."""
    zone = ZoneInfo(client.time_zone) if client.time_zone else timezone.get_default_timezone()
    return now.astimezone(zone).date()


def latest_day(now: datetime) -> date:
    """The day that it is already somewhere on Earth."""
    return (now + AHEAD).astimezone(ZoneInfo("UTC")).date()
