"""What stands in the calendar: each area declares in its `parts.py` which of its records have a day.

*Source*: gives the items of some people between two days. *Item*: one thing on its day. *Move*: the field that another
day goes into, for records that may be moved.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, time

from django.utils.functional import Promise

from zhike.core.resources.reader import Reader


@dataclass(frozen=True)
class Item:
    """`reference` is given where it may be moved. `client` is whom it concerns, `about` the reference of a client that
    one will speak with. `again`: it comes each year.
    """

    day: date
    title: str
    url: str
    icon: str
    at: time | None = None
    client: str = ""
    done: bool = False
    late: bool = False
    reference: str = ""
    again: bool = False
    about: str = ""


Give = Callable[[Reader, Collection[int], date, date], Iterable[Item]]


@dataclass(frozen=True)
class Source:
    name: str
    label: str | Promise
    give: Give


SOURCES: dict[str, Source] = {}
MOVES: dict[str, str] = {}


def calendar_source(name: str, *, label: str | Promise, moves: tuple[str, str] | None = None) -> Callable[[Give], Give]:
    """Declare a source: `give(reader, people, first, last)` is asked once for each page and sees what the reader sees.

    `people` are numbers of members of staff. `moves` is (record type, field) of the records that may be put on another
    day by amending that field.
    """

    def declare(give: Give) -> Give:
        if name in SOURCES:
            raise ValueError(f"{name!r} is declared twice in the calendar")
        SOURCES[name] = Source(name, label, give)
        if moves:
            MOVES[moves[0]] = moves[1]
        return give

    return declare


def items_between(reader: Reader, people: Collection[int], first: date, last: date) -> dict[date, list[Item]]:
    """By day, those with an hour in its order, then the others; what is done last."""
    found: dict[date, list[Item]] = {}
    for source in SOURCES.values():
        for item in source.give(reader, people, first, last):
            found.setdefault(item.day, []).append(item)
    for items in found.values():
        items.sort(key=lambda one: (one.done, one.at or time.max, one.title))
    return found
