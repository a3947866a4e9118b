"""How rows become a file: CSV for spreadsheets, a workbook, or a line of JSON for each. All in constant memory."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from zhike.core.base.formulas import neutral
from zhike.surfaces.exchange.export import cards
from zhike.surfaces.exchange.export.columns import Out
from zhike.surfaces.exchange.export.values import Link, text

MOST_CELL = 32_767  # characters, in a workbook
WIDTH = 18
Rows = Iterable[list[Any]]


class Written(NamedTuple):
    """`cut` counts the texts that were too long for a cell."""

    rows: int
    cut: int = 0


class Sort(NamedTuple):
    """`write(path, columns, rows)` makes the file. `only` names the one resource that it can hold."""

    extension: str
    media_type: str
    write: Callable[[Path, Sequence[Out], Rows], Written]
    only: str = ""


def csv_lines(columns: Sequence[Out], rows: Rows) -> Iterator[str]:
    """The file line by line, with a byte order mark, by which Excel knows that it is UTF-8."""
    line = _Line()
    writer = csv.writer(line)
    writer.writerow([neutral(str(one.label)) for one in columns])
    yield "\ufeff" + line.said
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        yield line.said


def json_lines(columns: Sequence[Out], rows: Rows) -> Iterator[str]:
    names = [one.name for one in columns]
    for row in rows:
        told = dict(zip(names, row, strict=True))
        yield json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_json) + "\n"


def _write_csv(path: Path, columns: Sequence[Out], rows: Rows) -> Written:
    return Written(_write_lines(path, csv_lines(columns, rows)) - 1)


def _write_json(path: Path, columns: Sequence[Out], rows: Rows) -> Written:
    return Written(_write_lines(path, json_lines(columns, rows)))


def _write_cards(path: Path, columns: Sequence[Out], rows: Rows) -> Written:
    names = [one.name for one in columns]
    return Written(_write_lines(path, (cards.card(dict(zip(names, row, strict=True))) for row in rows)))


def _write_lines(path: Path, lines: Iterable[str]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        for count, line in enumerate(lines, start=1):  # noqa: B007
            file.write(line)
    return count


def _write_workbook(path: Path, columns: Sequence[Out], rows: Rows) -> Written:
    from xlsxwriter import Workbook

    count = cut = 0
    with Workbook(path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, head = book.add_worksheet(), book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, max(len(columns) - 1, 0), WIDTH)
        for place, one in enumerate(columns):
            sheet.write_string(0, place, neutral(str(one.label)), head)
        for count, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                cut += _put(sheet, count, place, value, day)
    return Written(count, cut)


def _put(sheet: Any, line: int, place: int, value: Any, day: Any) -> bool:
    """Numbers that a spreadsheet can hold exactly, and days, as such; all else as text. Whether it had to be cut."""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and _fits(value):
        sheet.write_number(line, place, value)
    elif isinstance(value, date) and not isinstance(value, datetime) and value.year >= 1900:
        sheet.write_datetime(line, place, value, day)
    elif said := _cell(value):
        sheet.write_string(line, place, said[:MOST_CELL])
        return len(said) > MOST_CELL
    return False


def _fits(value: int | float | Decimal) -> bool:
    return len(Decimal(str(value)).normalize().as_tuple().digits) <= 15 and Decimal(str(value)).is_finite()


def _cell(value: Any) -> str:
    """A number is no formula, though it may begin with a minus."""
    if value is None or value == "":
        return ""
    said = value if type(value) is str else text(value)
    return said if isinstance(value, (int, float, Decimal)) else neutral(said)


def _json(value: Any) -> Any:
    if isinstance(value, Link):
        return {"name": value.name, "reference": value.reference}
    return value.isoformat() if isinstance(value, (date, datetime)) else text(value)


class _Line:
    """What csv writes last."""

    said = ""

    def write(self, text: str) -> None:
        self.said = text


SORTS = {
    "csv": Sort("csv", "text/csv; charset=utf-8", _write_csv),
    "xlsx": Sort("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _write_workbook),
    "jsonl": Sort("jsonl", "application/jsonl", _write_json),
    cards.EXTENSION: Sort(cards.EXTENSION, cards.MEDIA_TYPE, _write_cards, only="contacts"),
}


def sorts_of(resource: str) -> dict[str, Sort]:
    """The files that can hold these records."""
    return {name: sort for name, sort in SORTS.items() if sort.only in ("", resource)}
