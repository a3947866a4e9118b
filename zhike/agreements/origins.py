"""Where an entry stands written: an area above says it, of many at once."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple


class Origin(NamedTuple):
    """`words` name the page `url`: edition 2 of a contract."""

    words: str
    url: str


Finder = Callable[[Collection[Any]], dict[int, Origin]]
FINDERS: list[Finder] = []


def origins(finder: Finder) -> Finder:
    """Declare a function that gives, of entries, the origin of those that it knows, by number. One query, or none."""
    FINDERS.append(finder)
    return finder


def origins_of(entries: Collection[Any]) -> dict[int, Origin]:
    return {pk: origin for finder in FINDERS for pk, origin in finder(entries).items()}
