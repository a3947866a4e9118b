"""What is to be done and what waits for what; put into an order in which each comes after what it waits for."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from zhike.domains.projects.planning.hours import ALWAYS, Hours

Key = Hashable


class Kind(StrEnum):
    """Which end of the later activity waits for which end of the earlier: finish to start is the usual one."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class PlanError(ValueError):
    """The plan cannot be worked out."""


class Cycle(PlanError):
    """`keys` wait for each other: each for the one before it, the first for the last."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self.keys = tuple(keys)
        super().__init__("Activities wait for each other: " + " → ".join(str(key) for key in [*keys, keys[0]]))


@dataclass(frozen=True, slots=True)
class Activity:
    """`duration` is working time on its `hours`; 0 is a milestone. It does not begin before `not_before`."""

    key: Key
    duration: float
    not_before: float = 0
    hours: Hours = ALWAYS


@dataclass(frozen=True, slots=True)
class Link:
    """`after` waits for `before`. `lag` is working time on the hours of `after`; negative is a lead."""

    before: Key
    after: Key
    kind: Kind = Kind.FS
    lag: float = 0


class Plan:
    """Activities and their links, checked. Places are numbers from 0 in the given order of activities.

    Raises PlanError for a key that is given twice, a link to nothing and a negative duration; Cycle (a PlanError) on
    `order` if activities wait for each other.
    """

    def __init__(self, activities: Iterable[Activity], links: Iterable[Link] = ()) -> None:
        self.activities = tuple(activities)
        self.links = tuple(links)
        self.place = {one.key: place for place, one in enumerate(self.activities)}
        self._check()
        self.before: list[list[tuple[int, Kind, float]]] = [[] for _one in self.activities]
        self.after: list[list[tuple[int, Kind, float]]] = [[] for _one in self.activities]
        for link in self.links:
            earlier, later = self.place[link.before], self.place[link.after]
            self.after[earlier].append((later, link.kind, link.lag))
            self.before[later].append((earlier, link.kind, link.lag))

    @cached_property
    def order(self) -> list[int]:
        """Places, each after those it waits for. O(n + m) (Kahn, Communications of the ACM 5, 1962)."""
        waits = [len(links) for links in self.before]
        found = [place for place, count in enumerate(waits) if not count]
        for place in found:
            for later, _kind, _lag in self.after[place]:
                waits[later] -= 1
                if not waits[later]:
                    found.append(later)
        if len(found) < len(waits):
            raise Cycle(self._cycle({place for place, count in enumerate(waits) if count}))
        return found

    def _cycle(self, tangled: set[int]) -> list[Key]:
        """Each tangled activity waits for another tangled one: going back must come round."""
        seen: dict[int, int] = {}
        place = min(tangled)
        while place not in seen:
            seen[place] = len(seen)
            place = next(earlier for earlier, _kind, _lag in self.before[place] if earlier in tangled)
        around = list(seen)[seen[place] :]
        return [self.activities[one].key for one in reversed(around)]

    def _check(self) -> None:
        if len(self.place) < len(self.activities):
            raise PlanError("Two activities have the same key.")
        if wrong := [one.key for one in self.activities if one.duration < 0]:
            raise PlanError(f"The duration of {wrong[0]} is negative.")
        for link in self.links:
            for key in (link.before, link.after):
                if key not in self.place:
                    raise PlanError(f"A link names {key}, which is not in the plan.")
