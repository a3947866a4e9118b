"""The rows not taken, as a file of the same shape with the reason in a last column: mend it and import it again."""

import csv
from collections.abc import Iterator
from pathlib import Path

from zhike.core.base.formulas import neutral, restored
from zhike.surfaces.exchange.headers import REASON
from zhike.surfaces.exchange.models import Import, Reject


def write_rejects(of: Import, path: Path) -> Path:
    """UTF-8 with a byte order mark, so that spreadsheets read Chinese. The path."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(reject_lines(of))
    return path


def reject_lines(of: Import) -> Iterator[str]:
    """The file line by line, without the mark."""
    line = Line()
    writer = csv.writer(line, delimiter=of.delimiter)
    columns = [neutral(one.column) for one in of.matched]
    known = REASON in columns
    writer.writerow(columns if known else [*columns, REASON])
    yield line.said
    for reject in of.rejects.order_by("row").iterator():
        values = _fitted(reject.values, len(columns), of.delimiter)
        reason = neutral(" ".join(reason_of(fault) for fault in reject.faults))
        if known:
            values[columns.index(REASON)] = reason
        writer.writerow(values if known else [*values, reason])
        yield line.said


def reason_of(fault: list[str]) -> str:
    column, _field, _value, reason = fault
    return f"{column}: {reason}" if column else reason


def faults_of(reject: Reject) -> Iterator[dict[str, object]]:
    """One line of the report for each fault."""
    for column, field, value, reason in reject.faults:
        yield {
            "row": reject.row,
            "line": reject.line,
            "column": column,
            "field": field,
            "value": value,
            "reason": reason,
        }


def _fitted(values: list[str], width: int, delimiter: str) -> list[str]:
    """A row with too many cells keeps them in its last one, a row with too few is filled up. No spreadsheet runs what
    stands in it, and the import reads it as before."""
    values = [neutral(restored(one)) for one in values]
    if len(values) > width:
        return [*values[: width - 1], delimiter.join(values[width - 1 :])]
    return [*values, *[""] * (width - len(values))]


class Line:
    """What csv writes last."""

    said = ""

    def write(self, text: str) -> None:
        self.said = text
