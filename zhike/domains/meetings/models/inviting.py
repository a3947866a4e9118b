"""Inviting those at the client's, and what they answer."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.base.listing import listed
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.meetings import events
from zhike.domains.meetings.choices import State
from zhike.domains.meetings.inviting import reachable, send_invitations, send_removal, were_invited
from zhike.domains.meetings.models.scheduling import stands
from zhike.domains.meetings.steps import AnswerForm, MailForm


def _has_somebody(meeting: Any) -> bool:
    return stands(meeting) and bool(reachable(meeting))


def _was_sent(meeting: Any) -> bool:
    return stands(meeting) and meeting.invited_at is not None


class Inviting:
    invited_at: Any

    @transition(
        source=State.PLANNED, may=may_work, when=_has_somebody, tells=events.INVITED, label=_("Invite by mail"),
        icon="send", form=MailForm,
    )  # fmt: skip
    def invite(self: Any, *, by: Any, anyway: bool = False) -> dict[str, Any]:
        """Those of theirs who have an address; once more, it is news to their calendars."""
        self.sequence += 1 if self.invited_at else 0
        self.invited_at, self.told_as = moment(), self.as_told()
        letters = send_invitations(self, by=by, anyway=anyway)
        return {"name": str(self), "who": listed(letter.to_name for letter in letters)}

    @transition(
        source=State.PLANNED, may=may_nobody, when=_was_sent, tells=events.UNINVITED, icon="close",
        label=_("Tell who was taken off"),
    )  # fmt: skip
    def uninvite(self: Any, *, by: Any, contacts: list[Any]) -> dict[str, Any]:
        """It leaves the calendars of these, who take part no more; whoever was not invited hears nothing.

        For the others nothing is new: what they answer to counts on.
        """
        gone = [one for one in were_invited(self, contacts) if not self.contacts.filter(pk=one.pk).exists()]
        if gone:
            nothing_else = self.told_as == self.as_told(gone)
            self.told_as = self.as_told() if nothing_else else self.told_as
            send_removal(self, gone, by=by)
        return {"name": str(self), "who": listed(one.called for one in gone)}

    def as_told(self: Any, also: Iterable[Any] = ()) -> str:
        """One number for all that an invitation says: when, where, how long, what and whom; with these `also`."""
        people = sorted({*self.contacts.values_list("pk", flat=True), *(one.pk for one in also)})
        said = [self.title, self.starts_at.timestamp(), self.minutes, self.place, self.video, self.goal, *people]
        return sha256(json.dumps(said).encode()).hexdigest()

    @property
    def is_told_otherwise(self: Any) -> bool:
        """Whether those invited read something else in their calendars."""
        return bool(self.state == State.PLANNED and self.told_as and self.told_as != self.as_told())

    @transition(
        source=State.PLANNED, may=may_work, when=stands, tells=events.ANSWERED, label=_("Note an answer"), icon="mail",
        form=AnswerForm,
    )  # fmt: skip
    def note_answer(
        self: Any, *, by: Any, contact: Any, answer: str, at: datetime | None = None, by_mail: bool = False
    ) -> dict[str, Any]:
        """Whether somebody comes; `at` is when they said so."""
        self.attendees.filter(contact=contact).update(answer=answer, answered_at=at or moment())
        told = {"name": str(self), "who": contact.called, "answer": str(answer)}
        return told | ({"people": [{"id": self.lead_id, "text": str(self.lead)}]} if by_mail else {"people": []})
