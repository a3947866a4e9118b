"""A meeting was edited after its invitations went out: calendars follow."""

from contextlib import suppress
from typing import Any

from zhike.clients.models import Contact
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Refused
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment
from zhike.domains.meetings.choices import State
from zhike.domains.meetings.inviting import were_invited
from zhike.domains.meetings.models import Meeting

NEWS = {"title", "place", "video", "contacts"}  # a move tells of the time by itself; a goal is no reason for mail


def tell_anew(events: list[Event]) -> None:
    """Whoever was taken off gets a cancellation, all others the invitation anew where it says something else."""
    edited = {event.record_id: event for event in events if NEWS & set(event.fact("changed", {}))}
    found = Meeting.objects.standing().filter(pk__in=edited, state=State.PLANNED, starts_at__gt=moment())
    for meeting in found.exclude(invited_at=None).order_by("pk"):
        with suppress(Refused):
            _tell(meeting, [one for one in events if one.record_id == meeting.pk], edited[meeting.pk].actor)


def _tell(meeting: Any, events: list[Event], by: Any) -> None:
    was = {one["id"] for event in events for one in event.fact("changed", {}).get("contacts", [[]])[0]}
    off = Contact.objects.filter(pk__in=was).exclude(pk__in=meeting.contacts.values("pk")).order_by("pk")
    if gone := were_invited(meeting, list(off)):
        meeting.uninvite(by=User.objects.system(), contacts=gone)
    if meeting.is_told_otherwise and type(meeting).invite.step.starts_from(meeting):
        meeting.invite(by=by)
