"""What the page of an import says, by how far it is."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from zhike.core.base import cards, json_lines
from zhike.core.jobs.words import told as job_told
from zhike.surfaces.exchange.checklist import has_findings
from zhike.surfaces.exchange.forms import MatchForm, ReadingForm
from zhike.surfaces.exchange.jobs import COUNTS as WORDS
from zhike.surfaces.exchange.models import Import, Stage
from zhike.surfaces.exchange.opening import targets_for
from zhike.surfaces.exchange.report import faults
from zhike.surfaces.exchange.starting import MATCHING, job_of, may_be_matched
from zhike.surfaces.exchange.undoing import may_undo

STEPS = (gettext_lazy("File"), gettext_lazy("Match"), gettext_lazy("Import"), pgettext_lazy("last step", "Done"))
SEPARATORS = {
    ",": gettext_lazy("commas"),
    ";": gettext_lazy("semicolons"),
    "\t": gettext_lazy("tabs"),
    "|": gettext_lazy("bars"),
    " ": gettext_lazy("blanks"),
}
WRITTEN_ONE_WAY = (cards.ENCODING, json_lines.ENCODING)  # there is nothing to choose
MOST_FAULTS = 100
MOST_LEFT_OUT = 8


def told(of: Import, by: Any, form: MatchForm | None = None, reading: ReadingForm | None = None) -> dict[str, Any]:
    """The context of `exchange/body.html`. `going` is whether a worker is at it, `halted` whether it stopped midway."""
    job = job_of(of)
    going = bool(job and job.under_way)
    matching = may_be_matched(of)
    shown = list(faults(of, MOST_FAULTS))
    return {
        "of": of,
        "resource": of.declared,
        "read_as": read_as(of),
        "steps": list(_steps(of)),
        "going": going,
        "halted": not going and of.stage in (Stage.RUNNING, Stage.STOPPED),
        "matching": matching,
        "checked": of.stage == Stage.CHECKED,
        "may_undo": not going and may_undo(by, of),
        "undone": of.stage in (Stage.UNDOING, Stage.UNDONE),
        "spared": _spared(of, by) if of.spared_rows else [],
        "form": (form or MatchForm(of, targets_for(of))) if matching else None,
        "reading": (reading or ReadingForm(of)) if matching and of.encoding not in WRITTEN_ONE_WAY else None,
        "takes": of.total - of.rejected,
        "faults": shown,
        "phones_refused": _phones_refused(of, shown),
        "has_findings": has_findings(of),
        "more_faults": max(of.rejected - MOST_FAULTS, 0),
        "alike": _alike(of, by) if of.perhaps_same else [],
        "more_alike": max(of.likenesses.count() - MOST_FAULTS, 0) if of.perhaps_same else 0,
        "left_out": list(_left_out(of)),
        "matched_count": sum(1 for one in of.matched if one.field),
        "outcome": [
            (WORDS[name], f"{count:,}", bool(count) and name == "rejected") for name, count in of.counts.items()
        ],
        **(job_told(job) if job and (going or job.failure) else {"job": None}),
    }


def _phones_refused(of: Import, shown: list[dict[str, object]]) -> bool:
    """Whether it may help to say of which country the numbers are."""
    columns = {one.column for one in of.matched if one.field == "phones"}
    return of.stage == Stage.CHECKED and any(fault["column"] in columns for fault in shown)


def read_as(of: Import) -> str:
    """How the file was read, in a sentence."""
    if of.sheets:
        named = _("%(rows)s rows of the sheet “%(sheet)s”, header in line %(line)s")
        nameless = _("%(rows)s rows of the sheet “%(sheet)s”, whose columns have no names")
        return (named if of.header_row else nameless) % {
            "rows": f"{of.total:,}",
            "sheet": of.sheet,
            "line": of.header_row,
        }
    if of.encoding == cards.ENCODING:
        return _("%(rows)s business cards") % {"rows": f"{of.total:,}"}
    if of.encoding == json_lines.ENCODING:
        return _("%(rows)s lines of JSON") % {"rows": f"{of.total:,}"}
    named = _("%(rows)s rows, read as %(encoding)s with %(separator)s, header in line %(line)s")
    nameless = _("%(rows)s rows, read as %(encoding)s with %(separator)s; the columns have no names")
    return (named if of.header_row else nameless) % {
        "rows": f"{of.total:,}",
        "encoding": of.encoding.upper(),
        "separator": SEPARATORS.get(of.delimiter, of.delimiter),
        "line": of.header_row,
    }


def _alike(of: Import, by: Any) -> list[tuple[Any, Any]]:
    """Rows taken that are perhaps another record, with that record where it is seen."""
    found = list(of.likenesses.order_by("row")[:MOST_FAULTS])
    seen = of.declared.records(by).in_bulk({one.record_id for one in found})
    return [(one, seen.get(one.record_id)) for one in found]


def _spared(of: Import, by: Any) -> list[tuple[int, Any, str]]:
    """(row, record or None where it is not seen, reason) of what undoing left as it is."""
    found = list(of.spared.order_by("row")[:MOST_FAULTS])
    seen = of.declared.records(by).in_bulk({one.record_id for one in found})
    return [(one.row, seen.get(one.record_id), one.reason) for one in found]


def _steps(of: Import) -> Any:
    """(word, state) of each step; the state is done, now or empty."""
    now = {Stage.RUNNING: 2, Stage.STOPPED: 2, Stage.FAILED: 2}.get(Stage(of.stage), 1 if of.stage in MATCHING else 3)
    for place, word in enumerate(STEPS):
        yield word, "done" if place < now or now == 3 else "now" if place == now else ""


def _left_out(of: Import) -> Any:
    """(column, values with how often, how many more values) for what went in without a cell."""
    for column, values in of.warnings.items():
        most = sorted(values.items(), key=lambda pair: -pair[1])
        yield column, most[:MOST_LEFT_OUT], max(len(most) - MOST_LEFT_OUT, 0)
