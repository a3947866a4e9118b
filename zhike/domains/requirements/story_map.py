"""The story map of a project: what their people do from left to right, phases from top to bottom, requirements within.

Jeff Patton, User Story Mapping (2014): the backbone on top, below each activity what it takes, cut into releases.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from zhike.domains.projects.models import Phase
from zhike.domains.requirements.models import Activity, Requirement

WAYS = ("left", "right", "up", "down", "earlier", "later")


@dataclass
class Cell:
    """`activity` is None for what has no place on the map yet."""

    activity: Any
    cards: list[Any] = field(default_factory=list)


@dataclass
class Row:
    """`phase` is None for what is in no phase."""

    phase: Any
    cells: list[Cell]

    @property
    def count(self) -> int:
        return sum(len(cell.cards) for cell in self.cells)


@dataclass(frozen=True)
class Spot:
    activity: Any
    phase: Any
    before: Any = None


@dataclass
class StoryMap:
    """`activities` are the columns; the last is None while something has no activity."""

    activities: list[Any]
    rows: list[Row]

    @property
    def count(self) -> int:
        return sum(row.count for row in self.rows)

    def beside(self, requirement: Any, way: str) -> Spot | None:
        """Where it comes to stand when it goes one on this way; None where there is nothing."""
        at, row, cards = self._at(requirement)
        cell = row.cells[at]
        if way in ("left", "right"):
            column = at + (1 if way == "right" else -1)
            return Spot(self.activities[column], row.phase) if 0 <= column < len(self.activities) else None
        if way in ("earlier", "later"):
            line = self.rows.index(row) + (1 if way == "later" else -1)
            return Spot(cell.activity, self.rows[line].phase) if 0 <= line < len(self.rows) else None
        place = cards.index(requirement) + (2 if way == "down" else -1)
        if not 0 <= place <= len(cards):
            return None
        return Spot(cell.activity, row.phase, cards[place] if place < len(cards) else None)

    def ways(self, requirement: Any) -> list[tuple[str, Spot]]:
        found = ((way, self.beside(requirement, way)) for way in WAYS)
        return [(way, spot) for way, spot in found if spot is not None]

    def _at(self, requirement: Any) -> tuple[int, Row, list[Any]]:
        for row in self.rows:
            for at, cell in enumerate(row.cells):
                if requirement in cell.cards:
                    return at, row, cell.cards
        raise LookupError(requirement)


def story_map_of(project: Any) -> StoryMap:
    """Three questions, whatever its size."""
    activities = list(Activity.objects.in_order().filter(project=project))
    phases = list(Phase.objects.in_order().filter(project=project))
    cards = Requirement.objects.mapped().filter(project=project).select_related("contact")
    return arranged(activities, phases, cards)


def arranged(activities: list[Any], phases: list[Any], requirements: Iterable[Any]) -> StoryMap:
    """Requirements by activity and phase, in the order in which they come."""
    columns, lines = {one.pk for one in activities}, {one.pk for one in phases}
    by_spot: dict[tuple[int | None, int | None], list[Any]] = defaultdict(list)
    for one in requirements:
        spot = (
            one.activity_id if one.activity_id in columns else None,
            one.phase_id if one.phase_id in lines else None,
        )
        by_spot[spot].append(one)
    loose = not activities or any(activity is None for activity, _phase in by_spot)
    shown = [*activities, None] if loose else activities
    rows = [
        Row(phase, [Cell(one, by_spot[_number(one), _number(phase)]) for one in shown]) for phase in [*phases, None]
    ]
    return StoryMap(shown, rows)


def _number(record: Any) -> int | None:
    return record.pk if record is not None else None
