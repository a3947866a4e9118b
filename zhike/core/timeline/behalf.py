"""On whose behalf somebody acts: told by the room that knows who stands in for whom."""

from collections.abc import Callable
from typing import Any

Tells = Callable[[Any, Any], int | None]
_tellers: list[Tells] = []


def tells_behalf(tell: Tells) -> Tells:
    """Register who knows: from (record, by) to the number of the person represented, or None."""
    _tellers.append(tell)
    return tell


def on_behalf(record: Any, by: Any) -> int | None:
    return next((found for tell in _tellers if (found := tell(record, by))), None)
