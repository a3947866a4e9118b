"""What must hold before a deliverable is shown to the client: each area that knows something says so."""

from collections.abc import Callable
from typing import Any

Check = Callable[[Any], None]
_checks: list[Check] = []


def before_showing(check: Check) -> Check:
    """`check(deliverable)` raises a Refused, in words, where it may not go out yet."""
    _checks.append(check)
    return check


def check_before_showing(deliverable: Any) -> None:
    """Raises what the first raises that refuses."""
    for check in _checks:
        check(deliverable)
