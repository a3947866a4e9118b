"""When things happen: now, unless history is being written down afterwards (an import, the demo company)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Inside, verbs happen at this moment. It is aware, and never lies ahead; raises ValueError if it does."""
    if moment > timezone.now():
        raise ValueError(f"{moment} lies ahead: what has not happened yet is not told")
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)


def moment() -> datetime:
    """When the verb that runs happens: now, or the moment that is being told."""
    return _told.get() or timezone.now()


def told_moment() -> datetime | None:
    """The moment that is being told, or None when things happen now."""
    return _told.get()
