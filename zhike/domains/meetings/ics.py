"""Invitations as calendars understand them: iTIP (RFC 5546) in mail (RFC 6047)."""

from datetime import UTC
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress, vText

from zhike.core.mail.inbox import answers_to
from zhike.domains.meetings.choices import Answer
from zhike.domains.meetings.models.meeting import Meeting

SAID = {"ACCEPTED": Answer.ACCEPTED, "DECLINED": Answer.DECLINED, "TENTATIVE": Answer.TENTATIVE}


def uid_of(meeting: Meeting) -> str:
    return f"{meeting.uid}@{urlsplit(settings.ADDRESS).hostname or 'zhike'}"


def invitation(meeting: Any, contact: object, method: str, words: str = "", *, stands: bool = False) -> str:
    """A REQUEST or CANCEL to one contact; `words` say more. Hours are told as instants. With `stands` a CANCEL is for
    this contact alone, one SEQUENCE further, and says no STATUS (RFC 5546, 3.2.5).
    """
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Zhike//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    event.add("uid", uid_of(meeting))
    event.add("sequence", meeting.sequence + stands)
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", meeting.title)
    if not stands:
        event.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    for name, value in (("location", meeting.place or meeting.video), ("url", meeting.video), ("description", words)):
        if value:
            event.add(name, value)
    event["organizer"] = _address(answers_to(meeting, otherwise=meeting.lead.email), str(meeting.lead))
    event.add("attendee", _attendee(contact), encode=False)
    calendar.add_component(event)
    return calendar.to_ical().decode()


def _address(address: str, name: str) -> vCalAddress:
    made = vCalAddress(f"mailto:{address}")
    made.params["CN"] = vText(name)
    return made


def _attendee(contact: object) -> vCalAddress:
    made = _address(contact.emails[0], contact.name)  # type: ignore[attr-defined]
    asked = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    made.params.update({name: vText(value) for name, value in asked.items()})
    return made
