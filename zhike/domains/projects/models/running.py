"""From the draft of a project to its end."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects import events
from zhike.domains.projects.choices import UNDONE, MilestoneState
from zhike.domains.projects.choices import ProjectState as State
from zhike.domains.projects.errors import StillOpen, Unready
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.steps import ReasonForm


def _today() -> date:
    return timezone.localdate(moment())


class Running:
    reason: str
    started_on: date | None
    ended_on: date | None

    @transition(
        source=State.DRAFTED, target=State.AGREED, may=may_work, when=stands, tells=events.AGREED,
        label=_("Note as agreed"), icon="check", look="primary",
    )  # fmt: skip
    def agree(self: Any, *, by: Any) -> dict[str, Any]:
        """Both sides want it so."""
        return {"name": str(self)}

    @transition(
        source=State.AGREED, target=State.RUNNING, may=may_work, when=stands, tells=events.STARTED,
        label=_("Start the project"), icon="right", look="primary",
    )  # fmt: skip
    def start(self: Any, *, by: Any) -> dict[str, Any]:
        """Refused while a task has no owner or no day: Unready."""
        if unready := list(self.tasks.unready()):
            raise Unready(unready)
        self.started_on = self.started_on or _today()
        return {"name": str(self)}

    @transition(
        source=State.RUNNING, target=State.PAUSED, may=may_work, when=stands, tells=events.PAUSED, label=_("Pause"),
        icon="stop", form=ReasonForm,
    )  # fmt: skip
    def pause(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        self.reason = reason
        return {"name": str(self), "reason": reason}

    @transition(
        source=State.PAUSED, target=State.RUNNING, may=may_work, when=stands, tells=events.RESUMED,
        label=_("Take up again"), icon="repeat", look="primary",
    )  # fmt: skip
    def resume(self: Any, *, by: Any) -> dict[str, Any]:
        was, self.reason = self.reason, ""
        return {"name": str(self), "reason": was}

    @transition(
        source=State.RUNNING, target=State.DONE, may=may_work, when=stands, tells=events.FINISHED,
        label=_("Finish the project"), icon="check",
    )  # fmt: skip
    def finish(self: Any, *, by: Any) -> dict[str, Any]:
        """Refused while a task or a milestone is open: StillOpen."""
        left = self.tasks.standing().filter(state__in=UNDONE).count()
        left += self.milestones.standing().filter(state=MilestoneState.OPEN).count()
        if left:
            raise StillOpen(left)
        self.ended_on = _today()
        return {"name": str(self)}

    @transition(
        source=(State.DRAFTED, State.AGREED, State.RUNNING, State.PAUSED), target=State.STOPPED, may=may_work,
        when=stands, tells=events.STOPPED, label=_("Stop the project"), icon="close", form=ReasonForm, look="danger",
    )  # fmt: skip
    def stop(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """For good; what was done stays."""
        self.reason, self.ended_on = reason, _today()
        return {"name": str(self), "reason": reason}
