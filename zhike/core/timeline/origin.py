"""Where a deed comes from: told by the door through which it comes, and kept with each event that it leaves."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LONGEST = 80
_told: ContextVar[str] = ContextVar("told", default="")


@contextmanager
def coming_from(origin: str) -> Iterator[None]:
    """Inside, events come from there: a network address, with the token's reference where a program acts."""
    token = _told.set(origin[:LONGEST])
    try:
        yield
    finally:
        _told.reset(token)


def told_origin() -> str:
    """Empty for what the program does by itself."""
    return _told.get()
