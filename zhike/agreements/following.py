"""What else happens when something is read back: an area above says what not answering means, and keeps the notices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Follower:
    """`began(readback, entries, by)` runs before the letter is written, `sent(readback, letter)` after it, both in its
    transaction. `terms(readback)` gives sentences for the reader, in the language that is active.
    """

    began: Callable[[Any, Sequence[Any], Any], None]
    terms: Callable[[Any], list[str]]
    sent: Callable[[Any, Any], None]


FOLLOWERS: list[Follower] = []


def follow(follower: Follower) -> None:
    FOLLOWERS.append(follower)


def terms_of(readback: Any) -> list[str]:
    """What it means when nobody answers, as far as anything was agreed about that."""
    return [sentence for one in FOLLOWERS for sentence in one.terms(readback)]
