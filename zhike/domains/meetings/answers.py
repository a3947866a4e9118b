"""Answers that calendars send back: METHOD:REPLY (RFC 5546, 3.2.3)."""

from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from icalendar import Calendar

from zhike.core.access.models import User
from zhike.domains.meetings.choices import State
from zhike.domains.meetings.ics import SAID
from zhike.domains.meetings.models import Meeting

LARGEST = 100_000  # bytes


def take_reply(content: bytes, *, sender: str) -> Meeting | None:
    """Note what an attendee answers; the meeting that it is about, or None when this is no answer to one of ours.

    Who sends it must be who was invited. An answer to an older invitation, or one that is older than what is known,
    changes nothing; nor does the same one again.
    """
    event = _reply(content)
    if event is None:
        return None
    uid = str(event.get("uid", "")).partition("@")[0].lower()
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update(of=("self",), no_key=True).filter(uid=uid).first() if uid else None
        if meeting is not None:
            _note(meeting, event, sender.lower())
    return meeting


def _note(meeting: Meeting, event: Any, sender: str) -> None:
    said, at = _answer_of(event, sender), _stamp(event)
    attendees: list[Any] = list(meeting.attendees.exclude(contact=None).select_related("contact"))
    attendee = next((one for one in attendees if sender in map(str.lower, one.contact.emails)), None)
    stale = int(event.get("sequence", 0)) < meeting.sequence or meeting.state != State.PLANNED or meeting.archived_at
    if not said or attendee is None or stale or attendee.answer == said:
        return
    if attendee.answered_at is None or attendee.answered_at <= at:
        meeting.note_answer(by=User.objects.system(), contact=attendee.contact, answer=said, at=at, by_mail=True)


def _reply(content: bytes) -> Any:
    if len(content) > LARGEST or b"BEGIN:VCALENDAR" not in content[:400].upper():
        return None
    try:
        calendar: Any = Calendar.from_ical(content)
    except ValueError:
        return None
    if str(calendar.get("method", "")).upper() != "REPLY":
        return None
    return next(iter(calendar.walk("VEVENT")), None)


def _answer_of(event: Any, sender: str) -> str:
    """What this attendee says; empty for anything but yes, no and perhaps."""
    listed = event.get("attendee", [])
    for one in listed if isinstance(listed, list) else [listed]:
        if str(one).lower().removeprefix("mailto:") == sender:
            return str(SAID.get(str(one.params.get("PARTSTAT", "")).upper(), ""))
    return ""


def _stamp(event: Any) -> datetime:
    stamp = event.get("dtstamp")
    at = getattr(stamp, "dt", None)
    now = datetime.now(UTC)
    return min(at if at.tzinfo else at.replace(tzinfo=UTC), now) if isinstance(at, datetime) else now
