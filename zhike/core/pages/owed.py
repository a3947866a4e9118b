"""Whatever is owed with a date: each area declares in its `parts.py` what it owes or is owed.

*Source*: gives what is still open, of some people or of a client. *Side*: who has to do it, "us" or "them".
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal

from django.utils.functional import Promise

from zhike.core.access.areas import is_off
from zhike.core.resources.reader import Reader

MOST = 500  # of each source
Side = Literal["us", "them"]


@dataclass(frozen=True)
class Owed:
    """One thing that is open. `person` is the number of whoever of us looks after it, `other` a name of theirs."""

    day: date
    title: str
    url: str
    reference: str
    side: Side = "us"
    at: time | None = None
    person: int | None = None
    other: str = ""
    client: Any = None
    kind: str = ""


@dataclass(frozen=True)
class Scope:
    """What is asked: of these people (None: of everyone), of this client (None: of all that the reader sees)."""

    people: Collection[int] | None = None
    client: Any = None

    def of(self, found: Any, *, owner: str, client: str = "client") -> Any:
        """A queryset narrowed to the scope, the first MOST of it; `owner` and `client` name its fields."""
        if self.people is not None:
            found = found.filter(**{f"{owner}__in": self.people})
        return (found.filter(**{client: self.client}) if self.client else found)[:MOST]


Give = Callable[[Reader, Scope], Iterable[Owed]]


@dataclass(frozen=True)
class Source:
    name: str
    label: str | Promise
    icon: str
    give: Give


_sources: dict[str, Source] = {}


def owed_source(name: str, *, label: str | Promise, icon: str) -> Callable[[Give], Give]:
    """Declare a source: `give(reader, scope)` asks the database a fixed number of times, the soonest first, and gives
    only what the reader sees.
    """

    def declare(give: Give) -> Give:
        if name in _sources:
            raise ValueError(f"{name!r} is declared twice among what is owed")
        _sources[name] = Source(name, label, icon, give)
        return give

    return declare


def owed_sources() -> dict[str, Source]:
    """By name, without those of areas that are switched off."""
    return {name: one for name, one in _sources.items() if not is_off(one.give.__module__)}


def owed(reader: Reader, scope: Scope) -> list[Owed]:
    """Everything in the scope by day, what has an hour first; with the name of its source as `kind`."""
    found = [
        Owed(**(vars(one) | {"kind": name}))
        for name, source in owed_sources().items()
        for one in source.give(reader, scope)
    ]
    return sorted(found, key=lambda one: (one.day, one.at or time.max, one.reference))
