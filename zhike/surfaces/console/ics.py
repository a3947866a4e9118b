"""Days as iCalendar (RFC 5545; the calendar's name and how often to ask again by RFC 7986)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event
from icalendar.prop import vDuration

from zhike.core.pages.calendar import Item

ASK_AGAIN = timedelta(hours=1)
LASTS = timedelta(minutes=30)  # what has an hour and no end


def written(title: str, items: Iterable[Item], zone: ZoneInfo) -> bytes:
    """Hours are those of `zone`, told as instants; what has none fills its day."""
    calendar = Calendar()
    calendar.add("prodid", "-//Zhike//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, title)
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", vDuration(ASK_AGAIN), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASK_AGAIN))
    for item in items:
        calendar.add_component(_event(item, zone))
    return calendar.to_ical()


def _event(item: Item, zone: ZoneInfo) -> Event:
    event = Event()
    event.add("uid", _uid(item))
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("summary", f"{item.title} · {item.client}" if item.client else item.title)
    event.add("url", f"{settings.ADDRESS}{item.url}")
    if item.at is None:
        event.add("dtstart", item.day)
        event.add("dtend", item.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a day that matters keeps nobody from a meeting
    else:
        begins = datetime.combine(item.day, item.at, zone).astimezone(UTC)
        event.add("dtstart", begins)
        event.add("dtend", begins + LASTS)
    return event


def _uid(item: Item) -> str:
    """The same thing on another day is the same; what comes again is another one each time."""
    name = item.url.strip("/").replace("/", "-")
    return f"{name}{f'-{item.day.year}' if item.again else ''}@{urlsplit(settings.ADDRESS).hostname or 'zhike'}"
