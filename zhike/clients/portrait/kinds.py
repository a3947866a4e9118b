"""Kinds of facts, by area."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from zhike.clients.sourced import provenance
from zhike.core.resources.reader import Reader

STALE = timedelta(days=365)


@dataclass(frozen=True)
class Fact:
    """`said` and `source` are escaped; `source` is empty when nobody noted where it is known from. `known_on` is when
    it was last heard of; None for what cannot grow old: it has happened, or is kept true by the program."""

    label: str
    said: SafeString | str
    source: SafeString | str = ""
    known_on: date | None = None


Tell = Callable[[Any, Reader], Iterable[Fact]]


@dataclass(frozen=True)
class Kind:
    name: str
    label: str | Promise
    tell: Tell
    order: int


@dataclass(frozen=True)
class Section:
    name: str
    label: str | Promise
    facts: list[Fact]


_kinds: dict[str, Kind] = {}


def known(order: int, label: str | Promise) -> Callable[[Tell], Tell]:
    """Declare what the function gives for (client, reader), in one query at most. Who sees the client sees it all."""

    def declare(tell: Tell) -> Tell:
        if tell.__name__ in _kinds:
            raise ValueError(f"{tell.__name__!r} is declared twice")
        _kinds[tell.__name__] = Kind(tell.__name__, label, tell, order)
        return tell

    return declare


def sourced(record: Any, reader: Reader, label: str, said: SafeString | str | None = None) -> Fact:
    """The fact that a record with a source of its own tells; `said` is its link, unless another is given."""
    where = provenance(record, reader) if record.source or record.source_text else ""
    return Fact(label, reader.link(record) if said is None else said, where, record.known_on)


def since(words: Any, moment: datetime | None, reader: Reader) -> SafeString:
    """The source of what the program keeps: by what, and since when."""
    return format_html("{} · {}", words, reader.day(timezone.localdate(moment))) if moment else escape(words)


def portrait_of(client: Any, reader: Reader) -> list[Section]:
    """Every kind that has something to say, in order; neighbours under one heading become one."""
    found: list[Section] = []
    for kind in sorted(_kinds.values(), key=lambda one: one.order):
        facts = list(kind.tell(client, reader))
        if facts and found and found[-1].label == kind.label:
            found[-1].facts.extend(facts)
        elif facts:
            found.append(Section(kind.name, kind.label, facts))
    return found


def gaps(sections: Iterable[Section], today: date) -> dict[str, int]:
    """How many facts there are, how many without a source, and how many that were last heard of over a year ago."""
    facts = [fact for section in sections for fact in section.facts]
    return {
        "facts": len(facts),
        "bare": sum(1 for fact in facts if not fact.source),
        "stale": sum(1 for fact in facts if is_stale(fact, today)),
    }


def is_stale(fact: Fact, today: date) -> bool:
    return fact.known_on is not None and fact.known_on < today - STALE
