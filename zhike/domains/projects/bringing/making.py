"""Makes what a draft says in a project: all of it in one transaction, by the verbs, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhike.core.access.models import User
from zhike.domains.projects.bringing.draft import Draft, Piece
from zhike.domains.projects.models import Milestone, Phase, Task


@dataclass(frozen=True)
class Made:
    phases: int
    milestones: int
    tasks: int
    follows: int


def colleagues(draft: Draft) -> dict[str, Any]:
    """Who of ours is meant, by key there: the same mail address, or else the same name and nobody else of it."""
    staff = list(User.objects.filter(is_active=True).only("pk", "name", "email"))
    by_mail = {one.email.casefold(): one for one in staff if one.email}
    names: dict[str, list[Any]] = {}
    for one in staff:
        names.setdefault(one.name.casefold(), []).append(one)
    found: dict[str, Any] = {}
    for key, name, email in draft.people:
        alike = names.get(name.casefold(), [])
        meant = by_mail.get((email or name).casefold()) or (alike[0] if len(alike) == 1 else None)
        if meant:
            found[key] = meant
    return found


@transaction.atomic
def make(draft: Draft, project: Any, *, by: Any) -> Made:
    """Where the project runs, whoever brings it in owns the tasks of nobody, and what has no day is due at its end."""
    making = _Making(draft, project, by, colleagues(draft))
    making.phases()
    making.milestones()
    making.tasks()
    follows = making.follows()
    return Made(len(making.phase), len(making.milestone), len(making.task), follows)


class _Making:
    def __init__(self, draft: Draft, project: Any, by: Any, staff: Mapping[str, Any]) -> None:
        self.draft, self.project, self.by, self.staff = draft, project, by, staff
        self.phase: dict[str, Any] = {}
        self.milestone: dict[str, Any] = {}
        self.task: dict[str, Any] = {}
        self.someday = project.ends_on or timezone.localdate()

    def phases(self) -> None:
        first = self.project.phases.count()
        for place, one in enumerate(self.draft.phases, start=first + 1):
            self.phase[one.key] = Phase.objects.add(by=self.by, project=self.project, title=one.title, position=place)

    def milestones(self) -> None:
        for one in self.draft.milestones:
            made = Milestone.objects.add(
                by=self.by,
                project=self.project,
                title=one.title,
                phase=self.phase.get(one.phase or ""),
                owner=self._owner(one) or self.project.lead,
                due_on=one.due_on,
            )
            self.milestone[one.key] = made
            if one.done == 1:
                made.reach(by=self.by, on=min(made.due_on, timezone.localdate()))

    def tasks(self) -> None:
        for one in self.draft.tasks:
            made = self.task[one.key] = Task.objects.add(by=self.by, project=self.project, **self._values(one))
            if one.done == 1:
                made.finish(by=self.by)
            elif one.done:
                made.begin(by=self.by)

    def _values(self, one: Piece) -> dict[str, Any]:
        live = self.project.is_live
        return {
            "title": one.title,
            "phase": self.phase.get(one.phase or ""),
            "milestone": self.milestone.get(one.milestone or ""),
            "owner": self._owner(one) or (self.by if live else None),
            "starts_on": one.starts_on,
            "due_on": one.due_on or (self.someday if live else None),
            "hours": one.hours,
            "note": one.note,
        }

    def follows(self) -> int:
        """Tasks that are done already wait for nothing."""
        made = 0
        for key, before, lag in self.draft.follows:
            if self.task[key].is_open:
                self.task[key].follow(by=self.by, before=self.task[before], lag=lag)
                made += 1
        return made

    def _owner(self, one: Piece) -> Any:
        return self.staff.get(one.person or "")
