"""Parts: what an area shows on pages that are not its own, declared in its `parts.py`.

Places are `<resource>.head` (badges beside the name), `<resource>.menu` (links behind the three dots),
`<resource>.rail`, `<resource>.main` (above the history) and `<resource>.tab` of a record's page, such as
`clients.rail`; `clients.people` on the tab of that name; `day.first`, `day.main` and `day.side` of My day, and
`team.main` and `team.side` of My team, where the record is the reader. A tab of an order below 10 stands right behind
the timeline. A part asks the database once at most, and says nothing when it has nothing to say.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from zhike.core.access.areas import is_off
from zhike.core.resources.reader import Reader

Context = Callable[[Any, Reader], dict[str, Any] | None]
Counts = Callable[[int], QuerySet[Any]]


@dataclass(frozen=True)
class Part:
    """`context(record, reader)` is what its template needs beside `record` and `reader`; None leaves it out.

    In that context `more` (address, words) is a link at the end of its heading and `count` the number after it.
    `about` names the keys by which what it tells points to the record, "app.Model.key": where nothing does, the part
    is left out unasked. `counts(number)` is what a tab shows of the record of that number, the same on every day.
    """

    name: str
    place: str
    template: str
    context: Context
    label: str | Promise
    order: int
    about: tuple[str, ...] = ()
    counts: Counts | None = None


_parts: dict[str, dict[str, Part]] = defaultdict(dict)


def part(
    place: str,
    *,
    template: str,
    label: str | Promise = "",
    order: int = 50,
    name: str = "",
    about: tuple[str, ...] = (),
    counts: Counts | None = None,
) -> Callable[[Context], Context]:
    """Declare what the function gives as a part. `name` is a tab's word in the address; else the function's."""

    def declare(context: Context) -> Context:
        one = Part(name or context.__name__, place, template, context, label, order, about, counts)
        if one.name in _parts[place]:
            raise ValueError(f"{one.name!r} is declared twice at {place}")
        _parts[place][one.name] = one
        return context

    return declare


def standing_of(model: Any) -> Counts:
    """How many of them the client of the page has that are not put away."""
    return lambda client: model.objects.standing().filter(client=client)


def parts_of(place: str) -> list[Part]:
    """In their order, without those of areas that are switched off."""
    open_ones = (one for one in _parts[place].values() if not is_off(one.context.__module__))
    return sorted(open_ones, key=lambda one: one.order)


@cache
def abouts_of(resource: str) -> tuple[str, ...]:
    """What the parts of all places on the pages of a resource tell."""
    places = [parts for place, parts in _parts.items() if place.partition(".")[0] == resource]
    return tuple(sorted({about for parts in places for one in parts.values() for about in one.about}))


def tab_of(place: str, name: str) -> Part | None:
    found = _parts[place].get(name)
    return None if found and is_off(found.context.__module__) else found
