"""When a vote is decided. Pure."""

from typing import Literal

Outcome = Literal["waiting", "approved", "refused"]


def outcome(yes: int, no: int, seats: int, *, needed: int, one_no_ends: bool) -> Outcome:
    """After so many answers of so many seats; `needed` must agree (0, or more than there are: all)."""
    wanted = min(needed, seats) if needed else seats
    if no and (one_no_ends or seats - no < wanted):
        return "refused"
    return "approved" if yes >= wanted else "waiting"
