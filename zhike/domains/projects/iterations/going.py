"""The way of an iteration: tasks taken on, begun, reviewed, accepted by the client."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.both import in_both
from zhike.agreements.twins.spoken import spoken
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects.agreeing import ask_for
from zhike.domains.projects.asking_forms import ConfirmedForm, ProposeForm
from zhike.domains.projects.choices import TaskState
from zhike.domains.projects.confirmable import Confirmable
from zhike.domains.projects.iterations import events
from zhike.domains.projects.iterations.backlog import backlog_of
from zhike.domains.projects.iterations.choices import OPEN, Fate, State, Unfinished
from zhike.domains.projects.iterations.errors import AnotherRuns, CannotTake, NothingTaken
from zhike.domains.projects.iterations.looking_back import looked_back, parts_of, words_of
from zhike.domains.projects.iterations.steps import LeaveOutForm, ReviewForm, TakeForm
from zhike.domains.projects.models.of_project import stands

FATES = {TaskState.DONE: Fate.DONE, TaskState.DROPPED: Fate.DROPPED}


def _waits(iteration: Any) -> bool:
    return stands(iteration) and bool(iteration.is_unconfirmed)


class Going(Confirmable):
    begun_at: datetime | None
    reviewed_on: date | None
    outcome: str

    @transition(
        source=OPEN, may=may_work, when=stands, tells=events.TAKEN, label=_("Take on"), icon="plus", form=TakeForm
    )
    def take(self: Any, *, by: Any, task: Any) -> dict[str, Any]:
        """From the backlog of its project. Raises CannotTake; the project is locked, so that no two take one."""
        apps.get_model("projects.Project").objects.select_for_update(no_key=True).get(pk=self.project_id)
        if not backlog_of(self.project_id).filter(pk=task.pk).exists():
            raise CannotTake(task)
        self.taken.create(task=task, later=self.state == State.RUNNING)
        return {"name": str(self), "what": str(task), "task": task.pk}

    @transition(
        source=OPEN, may=may_work, when=stands, tells=events.LEFT_OUT, label=_("Leave out"), icon="undo",
        form=LeaveOutForm,
    )  # fmt: skip
    def leave_out(self: Any, *, by: Any, task: Any) -> dict[str, Any]:
        """Back into the backlog."""
        self.taken.filter(task=task).delete()
        return {"name": str(self), "what": str(task), "task": task.pk}

    @transition(
        source=State.PLANNED, target=State.RUNNING, may=may_work, when=stands, tells=events.BEGUN, label=_("Begin"),
        icon="right", look="primary",
    )  # fmt: skip
    def begin(self: Any, *, by: Any) -> dict[str, Any]:
        """Raises AnotherRuns, NothingTaken."""
        apps.get_model("projects.Project").objects.select_for_update(no_key=True).get(pk=self.project_id)
        if other := type(self).objects.standing().filter(project=self.project_id, state=State.RUNNING).first():
            raise AnotherRuns(other)
        if not self.taken.exists():
            raise NothingTaken
        self.begun_at = moment()
        return {"name": str(self)}

    @transition(
        source=State.RUNNING, target=State.REVIEWED, may=may_work, when=stands, tells=events.REVIEWED,
        label=_("Review"), icon="check", look="primary", form=ReviewForm,
    )  # fmt: skip
    def look_back(
        self: Any, *, by: Any, outcome: str, attended: Any = None, unfinished: str = Unfinished.NEXT
    ) -> dict[str, Any]:
        """What is not finished goes into the next iteration, which is made where none is planned, or back."""
        self.outcome, self.attended, self.reviewed_on = outcome, attended, timezone.localdate(moment())
        left = []
        for one in self.taken.select_related("task"):
            one.fate = FATES.get(one.task.state, Fate(unfinished))
            one.save(update_fields=["fate"])
            left += [one.task] if one.fate == Fate.NEXT else []
        if left:
            following = self._following(by)
            for task in left:
                following.taken.create(task=task)
        self.review = looked_back(self)
        return {"name": str(self), "words": outcome}

    @transition(
        source=State.REVIEWED, may=may_work, when=_waits, tells=events.ASKED, label=_("Ask the client to accept"),
        icon="send", form=ProposeForm, look="primary",
    )  # fmt: skip
    def propose(self: Any, *, by: Any, contact: Any) -> dict[str, Any]:
        """The review stands in the ledger as a decision of theirs to be made: do we go on so?"""
        return self.put_to(contact, by=by)

    @transition(
        source=State.REVIEWED, may=may_work, when=_waits, tells=events.NOTED, label=_("Note their acceptance"),
        icon="promise", form=ConfirmedForm,
    )  # fmt: skip
    def note_confirmed(self: Any, *, by: Any, contact: Any, how: str, words: str = "") -> dict[str, Any]:
        """They said yes by another way than the link."""
        return self.confirmed_by_hand(contact, by=by, how=how, words=words)

    def into_ledger(self: Any, contact: Any, *, by: Any) -> Any:
        names = {"review": spoken(self), "project": spoken(self.project)}
        of_names = [names["review"].say("title"), names["project"].say("name")]
        question = in_both(
            contact, lambda: gettext("Do we go on as “%(review)s” of “%(project)s” says?") % names, of_names
        )
        said = in_both(contact, partial(words_of, self), parts_of(self))
        return ask_for(self, contact, by=by, question=question, **said)

    def _following(self: Any, by: Any) -> Any:
        """The next that is planned; else one as long as this, with the same hours, right behind it."""
        planned = type(self).objects.open().filter(project=self.project_id, number__gt=self.number).first()
        if planned is not None:
            return planned
        first = max(self.ends_on + timedelta(days=1), timezone.localdate(moment()))
        title = gettext("Iteration %(number)d") % {
            "number": type(self).objects.filter(project=self.project_id).count() + 1
        }
        return type(self).objects.add(
            by=by, project=self.project, title=title, starts_on=first, ends_on=first + (self.ends_on - self.starts_on),
            hours=self.hours,
        )  # fmt: skip
