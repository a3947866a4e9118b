"""Which clients need somebody, and why: one row for each client, however many areas have a reason to name it.

An area declares its reasons in its `parts.py`. Those that are `faint` are said only of clients about which nothing
clearer is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zhike.core.access.areas import is_off
from zhike.core.resources.reader import Reader


@dataclass(frozen=True)
class Need:
    """`late` in days orders the clients; `due_on` is shown after the words; `whose` it is, if another's."""

    client: Any
    words: str
    late: int = 0
    due_on: date | None = None
    url: str = ""
    whose: int | None = None
    plan: Any = None
    faint: bool = False


@dataclass
class Needing:
    """A client with its needs, the most pressing first."""

    client: Any
    needs: list[Need] = field(default_factory=list)

    @property
    def late(self) -> int:
        return max(need.late for need in self.needs)

    @property
    def plan(self) -> Any:
        """By which contact, and how, the client is spoken with, where a plan says so."""
        return next((need.plan for need in self.needs if need.plan), None)

    @property
    def number(self) -> str:
        """To ring up; empty where nobody has a telephone."""
        return str(self.plan.number if self.plan else next(iter(self.client.phones), ""))


Source = Callable[[Any, Reader], Iterable[Need]]
_sources: list[Source] = []


def client_need(source: Source) -> Source:
    """Declare `source(user, reader)`: the needs of the clients that this person looks after, one query at most."""
    _sources.append(source)
    return source


def needing(user: Any, reader: Reader) -> list[Needing]:
    """Whoever needs the person, the latest first."""
    found: dict[int, Needing] = {}
    needs = [need for source in _sources if not is_off(source.__module__) for need in source(user, reader)]
    for need in sorted(needs, key=lambda one: (one.faint, -one.late)):
        row = found.setdefault(need.client.pk, Needing(need.client))
        if not (need.faint and row.needs):
            row.needs.append(need)
    return sorted(found.values(), key=lambda row: -row.late)
