"""Sheets of spreadsheet files (.xlsx, .xls, .ods) as the same tables that text files give.

A cell becomes the text that a person would have typed: 13800138000 and not 13800138000.0, 2026-03-05 and not 46086.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from zhike.core.base import cards, json_lines, merged, separators, tables
from zhike.core.base.lines import Place
from zhike.core.base.listing import listed
from zhike.core.base.tables import Row, Table, fitted

ENCODING = "xlsx"
_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LOOKED_AT = 50


@dataclass(frozen=True)
class Sheet(Table):
    """One sheet of a workbook. `sheets` are the names to choose from; lines are the rows of the sheet."""

    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def rows(self, after: Place | None = None) -> Iterator[Row]:
        """Every row, or those behind `after`; empty ones are passed over. The sheet is held in memory."""
        width, start = len(self.header), after or self.first
        number = start.number
        for index, cells in enumerate(islice(_cells(self.source, self.sheet), start.line, None), start.line + 1):
            values = [said(cell) for cell in cells]
            if any(values):
                number += 1
                values, problem = fitted(values, width)
                yield Row(number, index, values, problem, Place(index, index, number))


def read(
    source: str | Path | bytes,
    *,
    sheet: str = "",
    header_row: int | None = None,
    encoding: str = "",
    delimiter: str = "",
) -> Table:
    """Look at a table in a text file or a workbook, at business cards or lines of JSON; what is not told is found out:
    the first sheet that holds something, the row that names the columns. Raises ValidationError, in a sentence for the
    person."""
    source = source if isinstance(source, bytes) else Path(source)
    if cards.is_cards(source):
        return cards.read(source)
    if json_lines.is_json_lines(source):
        return json_lines.read(source)
    if not is_workbook(source):
        return tables.read(source, encoding=encoding, delimiter=delimiter, header_row=header_row)
    names = _names(source)
    if sheet and sheet not in names:
        raise ValidationError(_("There is no sheet “%(said)s”. The sheets are: %(found)s.") % {
            "said": sheet, "found": listed(names)})  # fmt: skip
    chosen = sheet or next((name for name in names if any(map(any, _cells(source, name)))), names[0])
    return _beneath_header(source, chosen, tuple(names), header_row)


def is_workbook(source: Path | bytes) -> bool:
    if isinstance(source, bytes):
        return source.startswith(_MARKS)
    with source.open("rb") as stream:
        return stream.read(4) in _MARKS


def said(cell: Any) -> str:
    """A cell as a person would have typed it."""
    match cell:
        case bool():
            return "true" if cell else "false"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
        case datetime():
            midnight = cell.time() == time()
            return cell.date().isoformat() if midnight else cell.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
    return str(cell)


def _beneath_header(source: Path | bytes, sheet: str, sheets: tuple[str, ...], told: int | None) -> Sheet:
    seen = [[said(cell) for cell in row] for row in islice(_cells(source, sheet), max(_LOOKED_AT, told or 0))]
    if not any(map(any, seen)):
        raise ValidationError(_("The sheet “%(sheet)s” is empty.") % {"sheet": sheet}, code="table_empty")
    areas = _areas(source, sheet)
    at = told - 1 if told else merged.lowest(separators.header_at(seen), seen, areas)
    if at >= len(seen) or not any(seen[at]):
        raise ValidationError(_("Line %(line)s is empty; it cannot name the columns.") % {"line": at + 1})
    if told == 0 or not (told or separators.names_columns(seen[at], seen[at + 1 :])):
        nameless = ("",) * len(_trimmed(seen[at]))
        return Sheet(source, ENCODING, ",", 0, nameless, Place(at, at, 0), sheet, sheets)
    return Sheet(
        source,
        ENCODING,
        ",",
        at + 1,
        tuple(_trimmed(merged.named(at, seen, areas))),
        Place(at + 1, at + 1, 0),
        sheet,
        sheets,
    )


def _trimmed(header: list[str]) -> list[str]:
    """Without the nameless columns at its end, which spreadsheets leave behind."""
    last = max(place for place, name in enumerate(header, start=1) if name)
    return header[:last]


def _names(source: Path | bytes) -> list[str]:
    """Visible sheets, in their order."""
    with _opened(source) as book:
        shown = [one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
        names = shown or book.sheet_names
    if not names:
        raise ValidationError(_("The workbook has no sheets."), code="table_empty")
    return names


def _cells(source: Path | bytes, sheet: str) -> list[list[Any]]:
    return _read_cells(source, sheet, _stamp(source))[0]


def _areas(source: Path | bytes, sheet: str) -> Sequence[merged.Area]:
    return _read_cells(source, sheet, _stamp(source))[1]


def _stamp(source: Path | bytes) -> int:
    return 0 if isinstance(source, bytes) else source.stat().st_mtime_ns


@lru_cache(maxsize=1)
def _read_cells(source: Path | bytes, sheet: str, _at: int) -> tuple[list[list[Any]], Sequence[merged.Area]]:
    with _opened(source) as book:
        try:
            found = book.get_sheet_by_name(sheet)
            areas = found.merged_cell_ranges or []
            return merged.filled(found.to_python(skip_empty_area=False), areas), areas
        except (CalamineError, ValueError) as error:
            raise _unread() from error


def _opened(source: Path | bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(BytesIO(source) if isinstance(source, bytes) else source.open("rb"))
    except PasswordError as error:
        message = _("The workbook is locked with a password. Save it without one and bring it again.")
        raise ValidationError(message, code="table_locked") from error
    except (CalamineError, ZipError, ValueError, OSError) as error:
        raise _unread() from error


def _unread() -> ValidationError:
    message = _("This is no workbook that can be read. Open it in a spreadsheet program and save it as .xlsx or CSV.")
    return ValidationError(message, code="table_workbook")
