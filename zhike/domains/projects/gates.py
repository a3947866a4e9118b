"""What else must be there before a phase begins: an area above says what it still waits for."""

from collections.abc import Callable, Iterable
from typing import Any

Gate = Callable[[Any], Iterable[Any]]

GATES: list[Gate] = []


def gate(missing: Gate) -> Gate:
    """`missing(phase)` gives whatever is not there yet; `str` of each is read by whoever wants to begin."""
    GATES.append(missing)
    return missing


def missing_for(phase: Any) -> list[Any]:
    return [one for missing in GATES for one in missing(phase)]
