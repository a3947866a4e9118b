"""Chapters of a hand-over note, by area: the same shape as the dossier's, so that one function can be both."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import override

from zhike.core.base.languages import language_for
from zhike.core.documents.sections import Section, joined
from zhike.core.resources.reader import Reader

Chapter = Callable[[Any, Reader], Section | None]
_chapters: list[tuple[int, Chapter]] = []


def handed_on(order: int) -> Callable[[Chapter], Chapter]:
    """Declare what the function gives for (client, reader) as open: a section, or None when nothing is."""

    def declare(tell: Chapter) -> Chapter:
        _chapters.append((order, tell))
        return tell

    return declare


def open_at(client: Any, reader: Any) -> list[Section]:
    """What is open at a client now, in the language of the moment."""
    return joined(tell(client, reader) for _order, tell in sorted(_chapters, key=lambda one: one[0]))


def told_to(successor: Any, client: Any) -> list[Section]:
    """The same in the successor's language, with the day as they see it."""
    with override(language_for(successor)):
        return open_at(client, Reader(successor))
