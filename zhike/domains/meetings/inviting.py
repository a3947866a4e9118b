"""Letters about a meeting to those at the client's who take part, each in their language."""

from typing import Any

from zhike.core.mail.inbox import answers_to
from zhike.core.mail.models import Letter
from zhike.core.mail.writing import write


def reachable(meeting: Any) -> list[Any]:
    """Those of theirs who have an address."""
    return [contact for contact in meeting.contacts.order_by("pk") if contact.emails]


def send_invitations(meeting: Any, *, by: Any) -> list[Letter]:
    return _send(meeting, "invitation", by=by, method="REQUEST")


def send_cancellation(meeting: Any, *, by: Any, reason: str) -> list[Letter]:
    return _send(meeting, "cancelled", by=by, method="CANCEL", reason=reason)


def send_agenda(meeting: Any, *, by: Any) -> list[Letter]:
    topics = list(meeting.topics.filter(parked=False).select_related("person", "contact"))
    return _send(meeting, "agenda", by=by, topics=topics)


def _send(meeting: Any, template: str, *, by: Any, method: str = "", **told: Any) -> list[Letter]:
    """One letter each, in the caller's transaction. Raises Forbidden."""
    from zhike.domains.meetings.ics import invitation

    return [
        write(
            by=by,
            to=contact,
            about=meeting,
            template=f"meetings/mail/{template}",
            context={"meeting": meeting, "contact": contact, "by": by} | told,
            reply_to=answers_to(meeting, otherwise=meeting.lead.email),
            calendar=invitation(meeting, contact, method, meeting.goal) if method else "",
        )
        for contact in reachable(meeting)
    ]
