"""From a plan as another program wrote it to what is kept of it here. Pure.

Summaries of the highest level become phases, deeper ones go into the titles of nothing: their tasks stand in the phase.
Links of and to summaries become links of the tasks in them, and what a milestone passes on from its tasks to others
becomes a link between these. Only links from finish to start are kept here; the others are told as lost.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from zhike.domains.projects.planning.outside import Lost, OutsideLink, OutsidePlan, OutsideTask
from zhike.domains.projects.planning.plan import Kind

HOUR = 60
MOST_LINKS = 4  # for each task; more come only from summaries that wait for summaries
LONGEST = 200  # letters of a title
LAGS = range(-200, 401)


@dataclass(frozen=True)
class Piece:
    """A task, phase or milestone to be. Days are those of the wall clock there."""

    key: str
    title: str
    phase: str | None = None
    milestone: str | None = None
    person: str | None = None
    starts_on: date | None = None
    due_on: date | None = None
    hours: float | None = None
    done: float = 0
    note: str = ""


@dataclass(frozen=True)
class Draft:
    """`follows`: (task, before, lag in working days). `people`: (key, name, mail) of those who do something."""

    name: str
    phases: tuple[Piece, ...]
    milestones: tuple[Piece, ...]
    tasks: tuple[Piece, ...]
    follows: tuple[tuple[str, str, int], ...]
    people: tuple[tuple[str, str, str], ...]
    lost: tuple[Lost, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.milestones)


def draft_of(plan: OutsidePlan) -> Draft:
    return _Drafting(plan).draft()


@dataclass
class _Drafting:
    plan: OutsidePlan
    lost: Counter[str] = field(default_factory=Counter)

    def draft(self) -> Draft:
        leaves = [one for one in self.plan.tasks if not one.is_summary and not self._is_point(one)]
        points = [one for one in self.plan.tasks if self._is_point(one)]
        follows = self._follows({one.key for one in leaves})
        doers = {one.person for one in self._first.values()}
        self._count_losses()
        return Draft(
            name=self.plan.name,
            phases=tuple(Piece(one.key, _title(one)) for one in self._phases.values()),
            milestones=tuple(self._piece(one) for one in points),
            tasks=tuple(self._piece(one) for one in leaves),
            follows=tuple(follows),
            people=tuple((one.key, one.name, one.email) for one in self.plan.people if one.key in doers),
            lost=(*(Lost(name, count) for name, count in self.lost.items() if count), *self.plan.lost),
        )

    def _is_point(self, one: OutsideTask) -> bool:
        """A milestone needs a day here; without one it is a task."""
        return one.is_milestone and not one.is_summary and bool(one.finish or one.start)

    @cached_property
    def _known(self) -> dict[str, OutsideTask]:
        return {one.key: one for one in self.plan.tasks}

    @cached_property
    def _phases(self) -> dict[str, OutsideTask]:
        return {one.key: one for one in self.plan.tasks if one.is_summary and one.parent is None}

    @cached_property
    def _first(self) -> dict[str, "object"]:
        raise NotImplementedError

    def _piece(self, one: OutsideTask) -> Piece:
        raise NotImplementedError
