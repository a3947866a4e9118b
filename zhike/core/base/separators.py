"""How a table in a text file is laid out: what separates its fields, and which row names them."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

DELIMITERS = (",", ";", "\t", "|")
BLANKS = " "  # columns set apart by one or more blanks
_LOOKED_AT = 50
_TITLE_LINES = 20
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_LONG_NUMBER = re.compile(r"\+?(?:[\s()./-]*\d){7,}")  # also dates and phones


def delimiter(lines: Sequence[str]) -> str:
    """The separator under which most of the rows are equally wide; a comma when there is only one column.

    Blanks only where nothing else parts the rows, they part all of them alike, and several stand in a row.
    """
    best = max(DELIMITERS, key=lambda sign: _fit(lines, sign))
    if _fit(lines, best)[1] > 1 or not any("  " in line.strip() for line in lines):
        return best
    share, width = _fit(lines, BLANKS)
    return BLANKS if share == 1 and width > 2 and len(lines) > 1 else best


def header_at(records: Sequence[Sequence[str]]) -> int:
    """Index of the row which names the columns: the first about as full as most rows are; titles above it are not."""
    filled = [sum(1 for cell in record if cell.strip()) for record in records[:_LOOKED_AT]]
    usual = max(
        Counter(count for count in filled if count).items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0)
    )
    wide = Counter(len(record) for record, count in zip(records, filled, strict=False) if count).most_common(1)
    width = wide[0][0] if wide else 0
    for index, record in enumerate(records[:_TITLE_LINES]):
        full_enough = filled[index] >= min(max(2, 0.6 * usual[0]), width)
        if filled[index] and len(record) >= min(width, 2) and full_enough:
            return index
    return next((index for index, count in enumerate(filled) if count), 0)


def names_columns(header: Sequence[str], beneath: Sequence[Sequence[str]]) -> bool:
    """False where an e-mail, a date or a long number stands in it and such beneath: it is a row like them."""
    for place, cell in enumerate(header):
        if kind := _kind(cell):
            others = [_kind(row[place]) for row in beneath if place < len(row) and row[place].strip()]
            if others and others.count(kind) > 0.5 * len(others):
                return False
    return True


def _kind(cell: str) -> str:
    said = cell.strip()
    return "email" if _EMAIL.fullmatch(said) else "number" if _LONG_NUMBER.fullmatch(said) else ""


def parsed(lines: Sequence[str], sign: str, most: int = _LOOKED_AT) -> list[list[str]]:
    """The first records of a sample, leniently."""
    records: list[list[str]] = []
    try:
        for record in csv.reader(lines, delimiter=sign, skipinitialspace=sign == BLANKS):
            records.append(record)
            if len(records) == most:
                break
    except csv.Error:
        return records
    return records


def _fit(lines: Sequence[str], sign: str) -> tuple[float, int]:
    widths = Counter(len(record) for record in parsed(lines, sign) if record)
    width, often = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(1, 0))
    return (often / widths.total() if width > 1 else 0.0), width
