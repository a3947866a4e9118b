"""What a check or an import found, as a file for who mends the table: a line for each thing, with how to mend it."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.core.base.formulas import neutral
from zhike.core.base.listing import listed
from zhike.surfaces.exchange.models import Import, Perhaps, Stage
from zhike.surfaces.exchange.rejects import Line

HEADERS = (
    gettext_lazy("Row"), gettext_lazy("Line"), gettext_lazy("Column"), gettext_lazy("In your file"),
    gettext_lazy("What becomes of it"), gettext_lazy("Why"), gettext_lazy("How to mend it"),
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")

Found = tuple[object, object, str, str, str, str, str]


def write_checklist(of: Import, path: Path) -> Path:
    """UTF-8 with a byte order mark, so that spreadsheets read Chinese. The path."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(checklist_lines(of))
    return path


def checklist_lines(of: Import) -> Iterator[str]:
    """The file line by line, without the mark: rows not taken, rows perhaps there already, cells left out."""
    line = Line()
    writer = csv.writer(line)
    writer.writerow(HEADERS)
    yield line.said
    for part in (_rejected(of), _alike(of), _left_out(of)):
        for found in part:
            writer.writerow([neutral(str(said)) for said in found])
            yield line.said


def _rejected(of: Import) -> Iterator[Found]:
    """The first sentence of a reason says what is wrong, the others how to mend it."""
    for one in of.rejects.order_by("row").iterator():
        for column, field, value, reason in one.faults:
            wrong, *mending = [part for part in _SENTENCE.split(reason) if part] or [reason]
            mend = " ".join(mending) or _("Mend the cell and bring the row again.")
            yield one.row, one.line, column or field, value, _("Not imported"), wrong, mend


def _alike(of: Import) -> Iterator[Found]:
    updates, prefix = of.perhaps == Perhaps.UPDATE, of.declared.model.prefix
    becomes = _("Changes the record that is there") if updates else _("Becomes a record of its own")
    likely = _("Perhaps the same as %(reference)s (%(why)s).")
    mend = _("Give the reference in a column “Reference” if it is the same; else there is nothing to do.")
    for one in of.likenesses.order_by("row").iterator():
        named = {"reference": f"{prefix}-{one.record_id}", "why": listed(one.reasons)}
        yield one.row, one.line, "", one.called, becomes, likely % named, mend


def _left_out(of: Import) -> Iterator[Found]:
    mend = _("Write it as it is called here, or leave it.")
    for column, values in of.warnings.items():
        for said, count in values.items():
            why = _("It means nothing here. Rows with it: %(count)s.") % {"count": count}
            yield "", "", column, said, _("Goes in without this cell"), why, mend


def has_findings(of: Import) -> bool:
    told = of.stage in (Stage.CHECKED, Stage.RUNNING, Stage.STOPPED, Stage.DONE)
    return told and bool(of.rejected or of.perhaps_same or of.warnings)
