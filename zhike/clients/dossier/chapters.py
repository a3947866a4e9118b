"""Chapters of the dossier, by area."""

from collections.abc import Callable
from typing import Any

from zhike.core.documents.sections import Section, joined
from zhike.core.resources.reader import Reader

Chapter = Callable[[Any, Reader], Section | None]
_chapters: list[tuple[int, Chapter]] = []


def chapter(order: int) -> Callable[[Chapter], Chapter]:
    """Declare what the function gives for (client, reader) as a chapter: a section, or None when there is nothing.

    It runs in the dossier's language. Who sees the client sees all of it.
    """

    def declare(tell: Chapter) -> Chapter:
        _chapters.append((order, tell))
        return tell

    return declare


def chapters_of(client: Any, reader: Reader) -> list[Section]:
    in_order = sorted(_chapters, key=lambda one: one[0])
    return joined(tell(client, reader) for _order, tell in in_order)
