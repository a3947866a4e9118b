"""Whether two requirements of one client's own people stand against each other.

What they say is held against each other by the comparison that the ledger has for decisions (`words.touching`): another
number of the same thing, another day, a denial, the other side of an opposite, another choice. Beside it, one who wants
a thing conflicts with another who wants it left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from zhike.agreements.words.touching import Decided, Touch
from zhike.domains.requirements.choices import Kind

Why = Literal["number", "date", "negated", "antonym", "choice", "wont"]


@dataclass(frozen=True)
class Wanted:
    """What is wanted, in whose words ever, and how much."""

    text: str
    kind: str


def conflicts(one: Wanted, others: Sequence[Wanted]) -> list[tuple[int, Why]]:
    """Which of the others it stands against, by place, and why."""
    found = Decided([other.text for other in others]).touched_by(one.text)
    whys = ((touch.decision, _why(touch, one, others[touch.decision])) for touch in found)
    return [(place, why) for place, why in whys if why]


def _why(touch: Touch, one: Wanted, other: Wanted) -> Why | None:
    left_out = [Kind.WONT in (one.kind, other.kind), one.kind == other.kind == Kind.WONT]
    if left_out == [True, False]:
        return "wont" if touch.verdict == "same" else None
    if any(left_out) or touch.verdict == "same":
        return None
    return touch.why or None
