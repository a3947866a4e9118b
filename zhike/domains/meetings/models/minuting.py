"""The minutes of a meeting: opened, written line by line, closed."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.base.listing import listed
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.meetings import events
from zhike.domains.meetings.choices import State
from zhike.domains.meetings.models.line import Line
from zhike.domains.meetings.models.scheduling import stands
from zhike.domains.meetings.steps import AttendanceForm, HoldForm, NoteForm, RewordForm, StrikeForm


class Minuting:
    held_at: Any
    closed_at: Any

    @transition(
        source=State.PLANNED, target=State.HELD, may=may_work, when=stands, tells=events.HELD,
        label=_("Open the minutes"), icon="edit", look="primary",
        form=HoldForm,
    )  # fmt: skip
    def hold(self: Any, *, by: Any) -> dict[str, Any]:
        """It begins. Whoever did not say no is taken to be here, until somebody ticks otherwise."""
        self.held_at = moment()
        self.attendees.filter(answer="declined").update(came=False)
        self.attendees.filter(came=None).update(came=True)
        return {"name": str(self)}

    @transition(
        source=State.HELD, may=may_work, when=stands, tells=events.NOTED, label=_("Write a line"), icon="note",
        form=NoteForm,
    )  # fmt: skip
    def note(self: Any, *, by: Any, key: str = "", **said: Any) -> dict[str, Any]:
        """A line of the minutes; `said` is what `minutes.read` finds. A known key adds nothing."""
        line = self.lines.filter(key=key).first() if key else None
        line = line or Line.objects.create(meeting=self, key=key, noted_at=moment(), noted_by=by, **said)
        return {"name": str(self), "words": line.text[:200], "line": line.pk}

    @transition(
        source=State.HELD, may=may_work, when=stands, tells=events.NOTED, label=_("Change a line"), icon="edit",
        form=RewordForm,
    )  # fmt: skip
    def reword(self: Any, *, by: Any, line: Line, **said: Any) -> dict[str, Any]:
        """Until it is closed, every line can be put better."""
        was = line.text
        Line.objects.filter(pk=line.pk).update(**said)
        return {"name": str(self), "words": said.get("text", was)[:200], "was": was[:200], "line": line.pk}

    @transition(
        source=State.HELD, may=may_work, when=stands, tells=events.STRUCK, label=_("Strike a line"), icon="close",
        form=StrikeForm,
    )  # fmt: skip
    def strike(self: Any, *, by: Any, line: Line) -> dict[str, Any]:
        line.delete()
        return {"name": str(self), "words": line.text[:200]}

    @transition(
        source=State.HELD, may=may_work, when=stands, tells=events.ATTENDED, label=_("Who came"), icon="person",
        form=AttendanceForm,
    )  # fmt: skip
    def attend(self: Any, *, by: Any, came: Collection[Any]) -> dict[str, Any]:
        """These attendees came, the others did not."""
        here = {one.pk for one in came}
        self.attendees.filter(pk__in=here).update(came=True)
        self.attendees.exclude(pk__in=here).update(came=False)
        return {"name": str(self), "who": listed(one.called for one in came)}

    @transition(
        source=State.HELD, target=State.CLOSED, may=may_work, when=stands, tells=events.CLOSED,
        label=_("Close the minutes"), icon="check", look="primary",
    )  # fmt: skip
    def close(self: Any, *, by: Any) -> dict[str, Any]:
        """Decisions and promises go into the ledger, to-dos to their owners, the meeting onto the timeline."""
        from zhike.domains.meetings.closing import settle

        self.closed_at = moment()
        return {"name": str(self)} | settle(self, by=by)
