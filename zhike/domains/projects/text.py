"""A version that is plain text, line by line, and where its pins stand after the text was changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from zhike.core.files import store

LARGEST = 300_000  # bytes that are shown on a page
PASSAGE = 300  # characters of a line that a pin keeps


@dataclass
class Line:
    """`pins` are their numbers, from 1 on, as they stand in the list below."""

    number: int
    text: str
    pins: list[int] = field(default_factory=list)


def is_text(version: Any) -> bool:
    return bool(version.file.shown_as.startswith("text/plain")) and version.file.size <= LARGEST


def lines_of(version: Any) -> list[str]:
    """Empty where it is no text, or its content is gone."""
    if version is None or not is_text(version):
        return []
    charset = version.file.shown_as.partition("charset=")[2].strip() or "utf-8"
    try:
        content = store.path_of(version.file.stored).read_bytes()
    except FileNotFoundError:
        return []
    return content.decode(charset, "replace").removeprefix("\ufeff").splitlines()


def passage_of(line: str) -> str:
    return line.strip()[:PASSAGE]


def line_now(pin: Any, lines: Sequence[str]) -> int | None:
    """Where its passage stands: the nearest line with just these words; None where there is none any more."""
    same = [number for number, line in enumerate(lines, start=1) if passage_of(line) == pin.passage]
    return min(same, key=lambda number: abs(number - pin.line), default=None) if pin.line else None


def with_pins(version: Any, pins: Sequence[Any]) -> list[Line]:
    """The text of this version, each pin at the line to which it belongs."""
    lines = lines_of(version)
    found = [Line(number, text) for number, text in enumerate(lines, start=1)]
    for number, pin in enumerate(pins if found else (), start=1):
        if at := line_now(pin, lines):
            found[at - 1].pins.append(number)
    return found
