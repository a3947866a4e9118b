"""Doing a task: begun, waiting for the client, finished or dropped."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects import events
from zhike.domains.projects.choices import UNDONE
from zhike.domains.projects.choices import TaskState as State
from zhike.domains.projects.errors import Unready
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.steps import ReasonForm, WaitForm


def _today() -> date:
    return timezone.localdate(moment())


def _stands_waiting(task: Any) -> bool:
    return stands(task) and task.waits_for_id is not None


def _stands_ready(task: Any) -> bool:
    return stands(task) and task.waits_for_id is None


class Doing:
    started_on: date | None
    done_on: date | None
    waits_for: Any
    waits_what: str
    waits_since: date | None

    @transition(
        source=State.TODO, target=State.DOING, may=may_work, when=stands, tells=events.BEGUN, label=_("Begin"),
        icon="right",
    )  # fmt: skip
    def begin(self: Any, *, by: Any) -> dict[str, Any]:
        self.started_on = self.started_on or _today()
        return {"name": str(self)}

    @transition(
        source=UNDONE, target=State.DONE, may=may_work, when=stands, tells=events.DONE, label=_("Done"), icon="check",
        look="primary",
    )  # fmt: skip
    def finish(self: Any, *, by: Any) -> dict[str, Any]:
        self.done_on = _today()
        self.started_on = self.started_on or self.done_on
        self._waits_no_longer()
        return {"name": str(self)}

    @transition(
        source=UNDONE, may=may_work, when=_stands_ready, tells=events.WAITS, label=_("Wait for the client"),
        icon="waiting", form=WaitForm,
    )  # fmt: skip
    def wait(self: Any, *, by: Any, contact: Any, what: str) -> dict[str, Any]:
        """Somebody of theirs has to give something before it goes on."""
        self.waits_for, self.waits_what, self.waits_since = contact, what, _today()
        return {"name": str(self), "who": contact.called, "what": what}

    @transition(
        source=UNDONE, may=may_work, when=_stands_waiting, tells=events.GOT_IT, label=_("It has come"), icon="check",
        look="primary",
    )  # fmt: skip
    def get_it(self: Any, *, by: Any) -> dict[str, Any]:
        """What it waited for is here."""
        who, what = self.waits_for.called, self.waits_what
        self._waits_no_longer()
        return {"name": str(self), "who": who, "what": what}

    @transition(
        source=(State.DONE, State.DROPPED), target=State.TODO, may=may_work, when=stands, tells=events.REOPENED,
        label=_("Open again"), icon="undo",
    )  # fmt: skip
    def reopen(self: Any, *, by: Any) -> dict[str, Any]:
        """Raises Unready where the project runs and the task has no owner or no day."""
        if self.project.is_live and not (self.owner_id and self.due_on):
            raise Unready([self])
        self.done_on = None
        return {"name": str(self)}

    @transition(
        source=UNDONE, target=State.DROPPED, may=may_work, when=stands, tells=events.DROPPED, label=_("Drop"),
        icon="close", form=ReasonForm, look="danger",
    )  # fmt: skip
    def drop(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """It is not done at all."""
        self._waits_no_longer()
        return {"name": str(self), "reason": reason}

    def _waits_no_longer(self) -> None:
        self.waits_for, self.waits_what, self.waits_since = None, "", None
