"""Twins that are kept word for word with what they stand beside, where that is kept as JSON."""

from collections.abc import Iterable
from typing import Any

from zhike.agreements.twins.said import Said, said
from zhike.agreements.twins.spoken import Spoken

Wordings = dict[str, dict[str, str]]


def wordings_of(records: Iterable[Spoken]) -> Wordings:
    """By the text itself: its twin, the language of that and which prevails; of what is behind nothing.

    A text of several lines has its lines too, where both have as many.
    """
    found: Wordings = {}
    for record in records:
        for name, kept in record.as_written().items():
            if record.say(name).other and not record.say(name).behind:
                text = record.original(name)
                found |= {text: kept} | _by_line(text, kept)
    return found


def said_from(wordings: Wordings, text: str) -> Said:
    """As whoever reads it now does."""
    kept: Any = wordings.get(text)
    if kept is None or not text:
        return Said(text)
    return said(text, kept["text"], language=kept["language"], prevails=kept["prevails"])


def _by_line(text: str, kept: dict[str, str]) -> Wordings:
    lines, others = text.splitlines(), kept["text"].splitlines()
    if len(lines) != len(others):
        return {}
    return {one: kept | {"text": other} for one, other in zip(lines, others, strict=True)}
