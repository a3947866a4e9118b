"""Moving a meeting, cancelling it, ending its series."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.noting import Word
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.domains.meetings import events
from zhike.domains.meetings.choices import State
from zhike.domains.meetings.inviting import send_cancellation, send_invitations
from zhike.domains.meetings.steps import CancelForm, MoveForm


def stands(meeting: Any) -> bool:
    return meeting.archived_at is None


def _repeats(meeting: Any) -> bool:
    return stands(meeting) and bool(meeting.every_weeks)


class Scheduling:
    warned_at: Any

    @transition(
        source=State.PLANNED, may=may_work, when=stands, tells=events.MOVED, label=_("Move"), icon="calendar",
        form=MoveForm,
    )  # fmt: skip
    def move(
        self: Any, *, by: Any, starts_at: datetime, minutes: int | None = None, anyway: bool = False
    ) -> dict[str, Any]:
        """To another time; who was invited is asked again, with a higher sequence."""
        was = self.starts_at
        self.starts_at, self.minutes, self.warned_at = starts_at, minutes or self.minutes, None
        self.reckon()
        if self.invited_at:
            self.sequence, self.told_as = self.sequence + 1, self.as_told()
            self.attendees.exclude(contact=None).update(answer="", answered_at=None)
            send_invitations(self, by=by, anyway=anyway)
        return {"name": str(self), "was": was.isoformat(), "when": starts_at.isoformat()}

    @transition(
        source=State.PLANNED, target=State.CANCELLED, may=may_work, when=stands, tells=events.CANCELLED,
        label=_("Cancel the meeting"), icon="close", form=CancelForm, look="danger",
    )  # fmt: skip
    def cancel(
        self: Any, *, by: Any, reason: str, reason_twin: str = "", reason_prevails: str = "", anyway: bool = False
    ) -> dict[str, Any]:  # fmt: skip
        """It does not take place; who was invited is told why, in their language. A series goes on."""
        if self.invited_at:
            self.sequence += 1
            send_cancellation(self, by=by, anyway=anyway, reason=Word(reason, reason_twin, reason_prevails))
        return {"name": str(self), "reason": reason}

    @transition(may=may_work, when=_repeats, tells=events.ENDED_SERIES, label=_("End the series"), icon="stop")
    def end_series(self: Any, *, by: Any) -> dict[str, Any]:
        """None follows any more."""
        self.every_weeks = 0
        return {"name": str(self)}
