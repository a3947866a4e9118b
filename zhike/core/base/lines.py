"""The lines of a text file with their places in bytes, strictly decoded."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_LINE = 1 << 22


class Place(NamedTuple):
    """Where to read on: bytes from the start, lines and rows already read. Plain numbers, so that it can be kept."""

    offset: int
    line: int
    number: int


class Lines(Iterator[str]):
    """Lines with their ends. `offset` and `line` tell how far it is; `taken` collects what was given out."""

    def __init__(self, stream: BinaryIO, encoding: str, start: Place) -> None:
        self.stream, self.encoding = stream, encoding
        self.offset, self.line = start.offset, start.line
        self.taken: list[str] = []
        self._next = _way_to_read(stream, encoding)
        stream.seek(start.offset)

    def __next__(self) -> str:
        raw = self._next()
        if not raw:
            raise StopIteration
        self.line += 1
        if len(raw) > MOST_LINE:
            message = _("Line %(line)s is longer than 4 million bytes: this is not a table.")
            raise ValidationError(message % {"line": self.line}, code="table_line")
        try:
            text = raw.decode(self.encoding)
        except UnicodeDecodeError as error:
            raise self._bad_byte(raw, error) from error
        if "\0" in text:
            message = _("Line %(line)s holds a NUL byte. Write the file anew, as CSV in UTF-8.")
            raise ValidationError(message % {"line": self.line}, code="table_nul")
        self.offset += len(raw)
        self.taken.append(text)
        return text

    def _bad_byte(self, raw: bytes, error: UnicodeDecodeError) -> ValidationError:
        column = len(raw[: error.start].decode(self.encoding, "replace")) + 1
        message = _("Line %(line)s, column %(column)s: the byte %(byte)s is no %(encoding)s. "
                    "Mend the line, or save the file as UTF-8 and bring it again.")  # fmt: skip
        told = {
            "line": self.line,
            "column": column,
            "byte": f"{raw[error.start]:02X}",
            "encoding": self.encoding.upper(),
        }
        return ValidationError(message % told, code="table_byte")


def _way_to_read(stream: BinaryIO, encoding: str) -> Callable[[], bytes]:
    if encoding.startswith("utf-16"):
        return partial(_wide_line, stream, 0 if encoding.endswith("le") else 1)
    stream.seek(0)
    head = stream.read(1 << 20)
    if b"\r" in head and b"\n" not in head:
        return partial(next, _parted_by_returns(stream), b"")
    return partial(stream.readline, MOST_LINE + 1)


def _wide_line(stream: BinaryIO, low: int) -> bytes:
    """A line of two-byte units, `low` the place of the lower byte in a unit."""
    raw = b""
    while len(raw) <= MOST_LINE:
        piece = stream.readline(MOST_LINE + 1)
        raw += piece
        if not piece:
            return raw
        if (len(raw) - 1) % 2 != low:
            continue
        raw += stream.read(1) if low == 0 else b""
        if raw[-1 if low == 0 else -2] == 0:
            return raw
    return raw


def _parted_by_returns(stream: BinaryIO) -> Iterator[bytes]:
    """Lines of files from old Macs, which end them by a return alone."""
    rest = b""
    while chunk := stream.read(1 << 20):
        *whole, rest = re.split(rb"(?<=\r)", rest + chunk)
        yield from whole
    if rest:
        yield rest
