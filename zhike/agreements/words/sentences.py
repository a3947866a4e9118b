"""A text in sentences and clauses, each with its place in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 600
_HAN = re.compile(r"[\u3400-\u9fff]")
# A full stop ends a sentence before a blank, but not after a title, a single letter or "p.m.".
_END = re.compile(r"[。！？!?；;\n]+|(?<!\b[A-Za-z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bNo)(?<!\bMrs)\.+(?=\s|$)")
_COMMA = re.compile(r"[，,：:](?!\d{2}\b)|——")
_SAME_LENGTH = str.maketrans("’‘＇\u00a0\u3000\t\u0130", "'''   I")


@dataclass(frozen=True)
class Piece:
    """`text` is what stands from `start` to `end` of the whole, with its closing sign."""

    start: int
    end: int
    text: str


def plain(text: str) -> str:
    """Curly apostrophes and odd blanks made usual, without moving anything; İ too, which is two signs when small."""
    return text.translate(_SAME_LENGTH)


def is_chinese(text: str) -> bool:
    """Whether a text is read by the Chinese rules: one sign in eight is enough, since names stay Latin."""
    return len(_HAN.findall(text)) * 8 > len(text.replace(" ", ""))


def sentences(text: str) -> Iterator[Piece]:
    """Sentences with their end marks, without surrounding blanks; an endless one is cut, so that all work is linear."""
    for piece in _split(_END, text, 0):
        for start in range(0, len(piece.text), LONGEST):
            cut = piece.text[start : start + LONGEST]
            yield Piece(piece.start + start, piece.start + start + len(cut), cut)


def clauses(sentence: Piece) -> Iterator[Piece]:
    """The parts of a sentence between its commas."""
    return _split(_COMMA, sentence.text, sentence.start)


def _split(end: re.Pattern[str], text: str, offset: int) -> Iterator[Piece]:
    start = 0
    for stop in [found.end() for found in end.finditer(text)] + [len(text)]:
        piece = text[start:stop]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield Piece(offset + first, offset + first + len(stripped), stripped)
        start = stop
