"""In which order phases and touchpoints stand: a phase where its first touchpoint does."""

from typing import Any, TypeVar

from zhike.insight.journeys.choices import Way
from zhike.insight.journeys.errors import AtTheEdge

T = TypeVar("T")


def in_phases(touchpoints: Any) -> dict[str, list[Any]]:
    """A queryset of touchpoints by the name of their phase, both in their order."""
    found: dict[str, list[Any]] = {}
    for one in touchpoints.order_by("position", "pk"):
        found.setdefault(one.phase, []).append(one)
    return found


def swapped(row: list[T], one: T, way: str) -> list[T]:
    """The row with `one` on the other side of its neighbour. Raises AtTheEdge."""
    here = row.index(one)
    there = here - 1 if way == Way.EARLIER else here + 1
    if not 0 <= there < len(row):
        raise AtTheEdge
    moved = list(row)
    moved[here], moved[there] = moved[there], moved[here]
    return moved


def put_in_order(phases: dict[str, list[Any]], own: Any = None) -> None:
    """Number the touchpoints from 1 as they come; that of `own` is written by whoever holds it."""
    for n, one in enumerate((one for those in phases.values() for one in those), 1):
        if one == own:
            own.position = n
        elif one.position != n:
            type(one).objects.filter(pk=one.pk).update(position=n)
