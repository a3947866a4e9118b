"""Letters about a meeting to those at the client's who take part, each in their language."""

from typing import Any

from django.utils.translation import override

from zhike.agreements.twins.noting import Word
from zhike.agreements.twins.spoken import spoken
from zhike.clients.wishes.heeding import held
from zhike.core.base.languages import language_for
from zhike.core.mail.inbox import answers_to
from zhike.core.mail.models import Letter
from zhike.core.mail.writing import write


def reachable(meeting: Any) -> list[Any]:
    """Those of theirs who have an address."""
    return [contact for contact in meeting.contacts.order_by("pk") if contact.emails]


def send_invitations(meeting: Any, *, by: Any, anyway: bool) -> list[Letter]:
    return _send(meeting, "invitation", by=by, anyway=anyway, method="REQUEST")


def send_cancellation(meeting: Any, *, by: Any, anyway: bool, reason: Word) -> list[Letter]:
    return _send(meeting, "cancelled", by=by, anyway=anyway, method="CANCEL", reason=reason)


def send_removal(meeting: Any, contacts: list[Any], *, by: Any) -> list[Letter]:
    """To those who take part no more, though the meeting takes place."""
    return _send(meeting, "removed", by=by, anyway=False, method="CANCEL", to=contacts)


def were_invited(meeting: Any, contacts: list[Any]) -> list[Any]:
    """Those in whose calendars it stands: the last that they were told of it was an invitation."""
    letters = Letter.objects.filter(record_type=meeting._meta.label_lower, record_id=meeting.pk).exclude(calendar="")
    last = {letter.to: letter.calendar for letter in letters.order_by("pk")}
    return [one for one in contacts if one.emails and "METHOD:REQUEST" in last.get(one.emails[0], "")]


def send_agenda(meeting: Any, *, by: Any, anyway: bool) -> list[Letter]:
    topics = meeting.topics.filter(parked=False).select_related("person", "contact")
    return _send(meeting, "agenda", by=by, anyway=anyway, topics=spoken(meeting).all_of(topics))


def _send(
    meeting: Any, template: str, *, by: Any, anyway: bool, method: str = "", to: list[Any] | None = None, **told: Any
) -> list[Letter]:  # fmt: skip
    """One letter each, to all of theirs or those in `to`, in the caller's transaction: in their hours, or now `anyway`
    and where it would come too late.

    Raises Forbidden.
    """
    read = spoken(meeting)
    return [
        write(
            by=by,
            to=contact,
            about=meeting,
            template=f"meetings/mail/{template}",
            context={"meeting": read, "contact": contact, "by": by} | told,
            reply_to=answers_to(meeting, otherwise=meeting.lead.email),
            calendar=_in_their_calendar(read, contact, method, stands=bool(to)),
            at_once=anyway or any(end >= meeting.starts_at for _who, end in held(meeting.client, [contact])),
        )
        for contact in (to or reachable(meeting))
    ]


def _in_their_calendar(meeting: Any, contact: Any, method: str, *, stands: bool) -> str:
    """In their language; "" for a letter that changes no calendar."""
    from zhike.domains.meetings.ics import invitation

    with override(language_for(contact)):
        return invitation(meeting, contact, method, meeting.goal, stands=stands) if method else ""
