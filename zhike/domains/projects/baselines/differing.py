"""In which lines two contents differ. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zhike.domains.projects.baselines.freezing import LISTED, PARTS, PLAIN, Content

EMPTY = (None, "")


@dataclass(frozen=True)
class Difference:
    """One line. `part` is where, `title` of what, `field` which of its words; `was` None: it came, `now` None: it went.

    A record that came or went is one line without `field`.
    """

    part: str
    title: str
    field: str
    was: Any
    now: Any


def differences(was: Content, now: Content) -> list[Difference]:
    """In the order of the content."""
    return [*_plain(was, now), *_listed(was, now), *_records(was, now)]


def _plain(was: Content, now: Content) -> Iterator[Difference]:
    for name in PLAIN:
        before, after = was.get(name), now.get(name)
        if before != after and not (before in EMPTY and after in EMPTY):
            yield Difference("", "", name, before, after)


def _listed(was: Content, now: Content) -> Iterator[Difference]:
    for name in LISTED:
        before, after = was.get(name, []), now.get(name, [])
        yield from (Difference(name, line, "", line, None) for line in before if line not in after)
        yield from (Difference(name, line, "", None, line) for line in after if line not in before)


def _records(was: Content, now: Content) -> Iterator[Difference]:
    for part in (*PARTS, "requirements"):
        before, after = (_by_number(content.get(part, [])) for content in (was, now))
        yield from (
            Difference(part, one["title"], "", one["title"], None) for pk, one in before.items() if pk not in after
        )
        for pk, one in after.items():
            if pk not in before:
                yield Difference(part, one["title"], "", None, one["title"])
            else:
                yield from _fields(part, before[pk], one)


def _fields(part: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[Difference]:
    for name in PARTS.get(part, ("title",)):
        before, after = was.get(name), now.get(name)
        if before != after and not (before in EMPTY and after in EMPTY):
            yield Difference(part, now["title"], name, before, after)


def _by_number(records: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    return {one["id"]: one for one in records}
