"""Making a project after another one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from zhike.clients.plans.models import Plan
from zhike.core.clock.models import Calendar
from zhike.core.lifecycle.errors import Refused
from zhike.core.record.seeing import those_who_see
from zhike.domains.projects.choices import TaskState
from zhike.domains.projects.models import Deliverable, Follow, Goal, Milestone, Phase, Project, Task
from zhike.domains.projects.working_days import moved

OF_THE_PROJECT = ("why", "scope", "excluded", "constraints", "budget", "currency")
OF_A_GOAL = ("title", "measure", "baseline", "target", "attainable", "relevant", "owner")
OF_A_PLAN = ("owner", "every", "channel", "about")
OF_A_TASK = ("title", "owner", "hours_low", "hours", "hours_high", "note")


def clone(project: Any, *, by: Any, name: str, client: Any, starts_on: date) -> Any:
    """A draft led by whoever makes it. Its plan begins on `starts_on`; all days keep their distance, on working days.

    What is dropped or archived stays behind; so does whose turn it is at the client's. Raises Forbidden; Refused when a
    day would lie beyond the calendar.
    """
    try:
        with transaction.atomic():
            return _Clone(project, by, starts_on).made(name, client)
    except OverflowError:
        raise Refused(_("A day of the plan would lie beyond the calendar.")) from None


def first_day(project: Any) -> date | None:
    """Where its plan begins; None while nothing has a day."""
    parts = [project.phases.standing(), project.tasks.standing()]
    days = [project.starts_on, *(day for part in parts for day in part.values_list("starts_on", flat=True))]
    due = (part.standing().values_list("due_on", flat=True) for part in (project.tasks, project.milestones))
    known = [day for day in days if day] or [day for part in due for day in part if day]
    return min(known, default=None)


class _Clone:
    """Remembers what each part became."""

    def __init__(self, project: Any, by: Any, starts_on: date) -> None:
        self.project, self.by = project, by
        self.days = (starts_on - (first_day(project) or starts_on)).days
        self.calendar = Calendar.objects.default().working(starts_on)
        self.phases: dict[int | None, Any] = {None: None}
        self.milestones: dict[int | None, Any] = {None: None}

    def made(self, name: str, client: Any) -> Any:
        said = self._kept(self.project, OF_THE_PROJECT) | self._days(self.project, "starts_on", "ends_on")
        project = Project.objects.add(by=self.by, lead=self.by, name=name, client=client, **said)
        self.said = {"by": self.by, "project": project}
        for one in self.project.phases.in_order():
            days = self._days(one, "starts_on", "ends_on")
            self.phases[one.pk] = Phase.objects.add(**self.said, title=one.title, position=one.position, **days)
        for one in self.project.milestones.standing().order_by("pk"):
            self.milestones[one.pk] = self._milestone(one)
        for one in self.project.goals.standing().order_by("pk"):
            Goal.objects.add(**self.said, **self._kept(one, OF_A_GOAL), **self._days(one, "due_on"))
        for one in self.project.deliverables.standing().order_by("pk"):
            kept = self._kept(one, ("title", "owner", "criteria")) | self._days(one, "due_on")
            Deliverable.objects.add(**self.said, milestone=self.milestones.get(one.milestone_id), **kept)
        for one in self.project.plans.standing().order_by("pk"):
            Plan.objects.add(**self.said, client=client, **self._contact_plan(one, client))
        self._tasks(self.project.tasks.standing().exclude(state=TaskState.DROPPED).order_by("pk"))
        return project

    def _milestone(self, one: Any) -> Any:
        """On the day first planned: how late it became is not the plan."""
        kept = self._kept(one, ("title", "owner", "client_sees"))
        due_on = moved(one.first_due_on, self.days, self.calendar)
        return Milestone.objects.add(**self.said, phase=self.phases.get(one.phase_id), due_on=due_on, **kept)

    def _contact_plan(self, one: Any, client: Any) -> dict[str, Any]:
        """With the contact where the client is the same. What its owner could not see falls to whoever makes it."""
        kept = self._kept(one, OF_A_PLAN) | self._days(one, "starts_on", "ends_on")
        owner = one.owner if those_who_see(client, [one.owner]) else self.by
        return kept | {"owner": owner, "contact": one.contact if client == one.client else None}

    def _tasks(self, tasks: Iterable[Any]) -> None:
        made = {}
        for one in tasks:
            where = {"phase": self.phases.get(one.phase_id), "milestone": self.milestones.get(one.milestone_id)}
            kept = self._kept(one, OF_A_TASK) | self._days(one, "starts_on", "due_on")
            made[one.pk] = Task.objects.add(**self.said, **where, **kept)
        for link in Follow.objects.filter(task__in=made, before__in=made):
            made[link.task_id].follow(by=self.by, before=made[link.before_id], lag=link.lag)

    def _days(self, record: Any, *names: str) -> dict[str, Any]:
        days = {name: getattr(record, name) for name in names}
        return {name: day and moved(day, self.days, self.calendar) for name, day in days.items()}

    @staticmethod
    def _kept(record: Any, names: Iterable[str]) -> dict[str, Any]:
        return {name: getattr(record, name) for name in names}
