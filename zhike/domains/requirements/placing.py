"""Putting one among others, in an order that is kept as numbers."""

from collections.abc import Sequence
from typing import Any


def next_in(line: Sequence[Any], record: Any) -> int | None:
    """The number of the one behind it; None where it is the last, or not among them."""
    numbers = [one.pk for one in line]
    at = numbers.index(record.pk) + 1 if record.pk in numbers else len(numbers)
    return numbers[at] if at < len(numbers) else None


def put_before(record: Any, others: Sequence[Any], before: Any, name: str) -> None:
    """Give `record` its place before `before`, else at the end; `others` are numbered anew from 1, in their order.

    `name` is the field of the place. The place is written on the others as well, and told of `record` alone.
    """
    line = [one for one in others if one.pk != record.pk]
    numbers = [one.pk for one in line]
    at = numbers.index(before.pk) if before is not None and before.pk in numbers else len(line)
    line.insert(at, record)
    for place, one in enumerate(line, start=1):
        if one is record:
            setattr(record, name, place)
        elif getattr(one, name) != place:
            type(one).objects.filter(pk=one.pk).update(**{name: place})
