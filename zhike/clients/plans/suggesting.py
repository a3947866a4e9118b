"""The rhythm to begin with."""

from typing import Any

USUAL = 10


def usual_rhythm(client: Any) -> int:
    """In working days: every other week where nothing else is known."""
    return USUAL
