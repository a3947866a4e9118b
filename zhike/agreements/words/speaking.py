"""Who speaks and who binds himself, as the two languages' rules share it."""

from dataclasses import dataclass, field
from typing import Literal

from zhike.agreements.words.due import Due

Side = Literal["us", "them"]
OTHER: dict[Side, Side] = {"us": "them", "them": "us"}
OTHERS: Side = "them"  # "he" and "they" are the client's people, in our notes as in a client's own mail


@dataclass(frozen=True)
class Speakers:
    """`said_by` is the side that says "we"; names of both sides as they may be said."""

    said_by: Side
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    @property
    def listener(self) -> Side:
        return OTHER[self.said_by]

    def named(self, text: str) -> tuple[Side, str] | None:
        """The side and the name that stands last in a text; a first name alone counts."""
        places = [(_place(name, text), side, name) for side, names in self._sides() for name in names]
        place, side, name = max(places, default=(-1, "us", ""))
        return (side, name) if place >= 0 else None

    def _sides(self) -> tuple[tuple[Side, tuple[str, ...]], ...]:
        return ("us", self.ours), ("them", self.theirs)


@dataclass(frozen=True)
class Bond:
    """What a sentence binds somebody to: its phrase from `start` to `end`, and the times."""

    side: Side
    who: str
    start: int
    end: int
    dues: tuple[Due, ...]
    reported: bool = False
    thing: str = field(default="")


def _place(name: str, text: str) -> int:
    first = name.split(" ")[0] if name.isascii() else name
    return max(text.rfind(name), text.rfind(first) if len(first) > 1 else -1)
