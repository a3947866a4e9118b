"""A project as a tree: phases, in them milestones, in them tasks; what is late, and what waits for the client."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zhike.agreements.choices import UNSETTLED
from zhike.domains.projects.choices import MilestoneState, TaskState
from zhike.domains.projects.shown import LOOKS


@dataclass
class Knot:
    """A milestone with the tasks that lead to it; without one, the tasks that lead to none."""

    milestone: Any = None
    tasks: list[Any] = field(default_factory=list)


@dataclass
class Branch:
    """A phase, or what stands in none."""

    phase: Any = None
    knots: list[Knot] = field(default_factory=list)
    waits_for: list[Any] = field(default_factory=list)

    @property
    def look(self) -> str:
        return LOOKS.get(self.phase.state, "")

    @property
    def tasks(self) -> list[Any]:
        return [task for knot in self.knots for task in knot.tasks]

    @property
    def done(self) -> int:
        return sum(task.state == TaskState.DONE for task in self.tasks)


@dataclass
class Outline:
    """`late` and `waiting` are milestones and tasks, the oldest first."""

    branches: list[Branch]
    tasks: list[Any]
    milestones: list[Any]
    today: date

    @property
    def counted(self) -> list[Any]:
        return [task for task in self.tasks if task.state != TaskState.DROPPED]

    @property
    def done(self) -> int:
        return sum(task.state == TaskState.DONE for task in self.counted)

    @property
    def late(self) -> list[Any]:
        behind = [one for one in (*self.milestones, *self.tasks) if one.is_late]
        return sorted(behind, key=lambda one: (one.due_on, one.pk))

    @property
    def waiting(self) -> list[Any]:
        """Tasks that wait for somebody of theirs, and what they have to do."""
        tasks = [one for one in self.tasks if one.waits_for_id and one.is_open]
        theirs = [one for one in self.milestones if one.contact_id and one.state == MilestoneState.OPEN]
        return sorted(tasks, key=lambda one: one.waits_since) + sorted(theirs, key=lambda one: one.due_on)

    @property
    def slip(self) -> int:
        """Days by which the last milestone of the plan moved since it was first set."""
        if not self.milestones:
            return 0
        last = max((one for one in self.milestones), key=lambda one: (one.due_on, one.pk))
        return int(last.slip)

    @property
    def hours(self) -> Any:
        return sum(task.hours or 0 for task in self.counted)


def outline_of(project: Any, today: date) -> Outline:
    """In four questions to the database, however large it is."""
    phases = list(project.phases.in_order().prefetch_related("requirements"))
    milestones = list(project.milestones.standing().select_related("owner", "contact").order_by("due_on", "pk"))
    related = ("owner", "waits_for")
    tasks = list(project.tasks.standing().select_related(*related).order_by("starts_on", "due_on", "pk"))
    branches = [_branch(phase, phase.pk, milestones, tasks) for phase in phases]
    rest = _branch(None, None, milestones, tasks)
    return Outline([*branches, rest] if rest.knots or not branches else branches, tasks, milestones, today)


def _branch(phase: Any, pk: int | None, milestones: Iterable[Any], tasks: Iterable[Any]) -> Branch:
    """A task stands with its milestone, wherever that is."""
    in_it = [one for one in milestones if one.phase_id == pk]
    by_milestone: dict[int | None, list[Any]] = defaultdict(list)
    here = {one.pk for one in in_it}
    for task in tasks:
        if task.milestone_id in here or (task.milestone_id is None and task.phase_id == pk):
            by_milestone[task.milestone_id].append(task)
    knots = [Knot(one, by_milestone[one.pk]) for one in in_it]
    loose = [Knot(None, by_milestone[None])] if by_milestone[None] else []
    waits = [one for one in phase.requirements.all() if one.state in UNSETTLED] if phase else []
    return Branch(phase, [*loose, *knots], waits)
