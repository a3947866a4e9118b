"""Reads tables from CSV files as programs and people write them, in constant memory, refusing what cannot be trusted.

Nothing is replaced or guessed silently: a byte that does not fit the encoding refuses the file and names its place; a
row that does not fit the header, or holds a stray quotation mark, carries its problem for the importer to refuse.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhike.core.base import encodings, separators
from zhike.core.base.lines import Lines, Place
from zhike.core.base.listing import listed

MOST_FIELD = 1 << 20
_SAMPLE_LINES = 200
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
csv.field_size_limit(MOST_FIELD)


class Row(NamedTuple):
    """One record. `number` counts from 1 under the header, `line` is where it begins in the file.

    `problem` says why it cannot be taken, or is empty. `after` is where to go on: `table.rows(row.after)`.
    """

    number: int
    line: int
    values: list[str]
    problem: str
    after: Place


@dataclass(frozen=True)
class Table:
    """A CSV file once looked at: how it is written and what its columns are called; `rows()` reads it."""

    source: Path | bytes
    encoding: str
    delimiter: str
    header_row: int
    header: tuple[str, ...]
    first: Place = field(repr=False)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The header's names: trimmed, nameless ones numbered, repeated ones marked (2), (3)."""
        names: list[str] = []
        for place, written in enumerate(self.header, start=1):
            name = plain = " ".join(written.split()) or _("Column %(number)s") % {"number": place}
            again = 2
            while name in names:
                name, again = f"{plain} ({again})", again + 1
            names.append(name)
        return tuple(names)

    @cached_property
    def total(self) -> int:
        """How many rows there are; reads the whole file, and refuses it when it cannot be read to its end."""
        return sum(1 for _row in self.rows())

    @property
    def size(self) -> int:
        """Bytes of the file; `row.after.offset / size` is the progress without counting."""
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size

    def rows(self, after: Place | None = None) -> Iterator[Row]:
        """Every row, or those behind `after`. Empty lines are passed over unless there is one column only.

        Raises ValidationError where the file cannot be read on: a bad byte, NUL, a quotation mark never closed.
        """
        width = len(self.header)
        with _open(self.source) as stream:
            number, lines = (after or self.first).number, Lines(stream, self.encoding, after or self.first)
            for line, values, problem in _records(lines, self.delimiter):
                if not values and not problem and width != 1:
                    continue
                number += 1
                values, problem = (values, problem) if problem else fitted(values or [""], width)
                yield Row(number, line, values, problem, Place(lines.offset, lines.line, number))

    def dicts(self, after: Place | None = None) -> Iterator[dict[str, str]]:
        """The rows without problems, by column."""
        return (dict(zip(self.columns, row.values, strict=True)) for row in self.rows(after) if not row.problem)


def read(
    source: str | Path | bytes,
    *,
    encoding: str = "",
    delimiter: str = "",
    header_row: int | None = None,
    expects: Iterable[str] = (),
) -> Table:
    """Looks at a CSV file; what is not told is found out. `header_row` is the line of the header, 0 when
    there is none; `expects` names columns which must be there.

    Raises ValidationError, in a sentence for the person who brought the file.
    """
    source = source if isinstance(source, bytes) else Path(source)
    with _open(source) as stream:
        encoding, start = _encoding(stream, encoding)
        lines = Lines(stream, encoding, Place(start, 0, 0))
        sample = list(islice(lines, _SAMPLE_LINES))
        skipped = 0
        if told := _SEPARATOR_LINE.fullmatch(sample[0]) if sample else None:
            delimiter, sample, skipped = delimiter or told[1], sample[1:], 1
        if not sample:
            raise _refused(_("The file is empty."), "empty")
        delimiter = delimiter or separators.delimiter(sample)
        table = _beneath_header(source, stream, encoding, delimiter, Place(start, 0, 0), skipped, header_row)
    if missing := [name for name in expects if name not in table.columns]:
        message = _("The file has no column %(missing)s. Its columns are: %(found)s.")
        told_names = {"missing": listed(missing), "found": listed(table.columns)}
        raise ValidationError(message % told_names, code="table_columns")
    return table


def _beneath_header(
    source: Path | bytes, stream: BinaryIO, encoding: str, delimiter: str, start: Place, skipped: int, told: int | None
) -> Table:
    lines = Lines(stream, encoding, start)
    for _line in range(skipped):
        next(lines)
    begin = Place(lines.offset, lines.line, 0)
    seen = []
    for line, values, problem in islice(_records(lines, delimiter), _SAMPLE_LINES // 4):
        seen.append((line, values, problem, Place(lines.offset, lines.line, 0)))
    at = _header_at(seen, told)
    line, header, problem, first = seen[at]
    if told == 0 or not (told or separators.names_columns(header, [one[1] for one in seen[at + 1 :]])):
        return Table(source, encoding, delimiter, 0, ("",) * len(header), seen[at - 1][3] if at else begin)
    if problem:
        raise _refused(_("The row of column names (line %(line)s) cannot be read: %(problem)s"), "header",
                       line=line, problem=problem)  # fmt: skip
    return Table(source, encoding, delimiter, line, tuple(header or [""]), first)


def _header_at(seen: Sequence[tuple[int, list[str], str, Place]], told: int | None) -> int:
    if not told:
        return separators.header_at([values for _line, values, *_rest in seen])
    if (at := next((at for at, (line, values, *_rest) in enumerate(seen) if line == told and values), None)) is None:
        raise _refused(_("Line %(line)s is empty; it cannot name the columns."), "header", line=told)
    return at


def _records(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Line of its beginning, values, problem."""
    blanks = delimiter == separators.BLANKS
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=blanks)
    whole = _well_quoted(delimiter)
    while True:
        lines.taken.clear()
        line = lines.line + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [], _problem(error, line)
            continue
        text = lines.taken[0] if len(lines.taken) == 1 else "".join(lines.taken)
        stray = '"' in text and not whole.fullmatch(text)
        yield line, values, _stray_quote() if stray else ""


def _problem(error: csv.Error, line: int) -> str:
    """The row's problem, or an exception when nothing behind it can be trusted."""
    if "unexpected end" in str(error) or "field limit" in str(error):
        message = _(
            "A quotation mark in the row that begins in line %(line)s is never closed. Close it or take it out."
        )
        raise _refused(message, "quote", line=line)
    if "new-line" in str(error):
        return _("A line break stands inside a field. Put the field in quotation marks.")
    return _stray_quote()


def _stray_quote() -> str:
    return _("A quotation mark stands inside a field. Double it, and put the field in quotation marks.")


def fitted(values: list[str], width: int) -> tuple[list[str], str]:
    """The values without empty ones beyond the header, and what is wrong with their number."""
    if len(values) > width and not any(values[width:]):
        values = values[:width]
    if len(values) == width:
        return values, ""
    return values, _("This row has %(count)s fields, the header has %(width)s.") % {
        "count": len(values),
        "width": width,
    }


@lru_cache(maxsize=16)
def _well_quoted(delimiter: str) -> re.Pattern[str]:
    sign = re.escape(delimiter)
    cell = rf'(?:"(?:[^"]++|"")*+"|[^"{sign}\r\n]*+)'
    return re.compile(rf"{cell}(?:{sign}{cell})*+[\r\n]*")


def _encoding(stream: BinaryIO, told: str) -> tuple[str, int]:
    found, start = encodings.detect(stream)
    if told:
        return told.lower(), start
    if found == "utf-32":
        raise _refused(_("The file was saved as UTF-32. Save it as UTF-8 and bring it again."), "encoding")
    if not found:
        raise _refused(_("The file is not text: it holds NUL bytes. Save the table as CSV in UTF-8."), "nul")
    return found, start


def _open(source: Path | bytes) -> BinaryIO:
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _refused(message: str, code: str, **params: object) -> ValidationError:
    return ValidationError(message % params if params else message, code=f"table_{code}")
