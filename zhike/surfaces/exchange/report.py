"""What an import came to, as plain data."""

from typing import Any

from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.rejects import faults_of

MOST_FAULTS = 200


def summary(of: Import) -> dict[str, Any]:
    """Counts; how the file was read and matched; the first faults; what was left out, by column and value."""
    return {
        **of.counts,
        "clients_created": of.clients_created,
        "perhaps": of.perhaps,
        "perhaps_same": of.perhaps_same,
        "rows": of.total,
        "encoding": of.encoding,
        "delimiter": of.delimiter,
        "header_row": of.header_row,
        "region": of.region,
        "matched": {one.column: one.field for one in of.matched if one.field},
        "not_matched": [one.column for one in of.matched if not one.field],
        "faults": faults(of),
        "likenesses": likenesses(of),
        "left_out": of.warnings,
    }


def likenesses(of: Import, most: int = MOST_FAULTS) -> list[dict[str, object]]:
    """The first rows taken that are perhaps another record: row, line, name, reference, reasons."""
    prefix = of.declared.model.prefix
    return [
        {
            "row": one.row,
            "line": one.line,
            "name": one.called,
            "reference": f"{prefix}-{one.record_id}",
            "reasons": one.reasons,
        }
        for one in of.likenesses.order_by("row")[:most]
    ]


def faults(of: Import, most: int = MOST_FAULTS) -> list[dict[str, object]]:
    """The first faults: row, line, column, field, value, reason."""
    rejects = of.rejects.order_by("row")[:most]
    return [fault for reject in rejects for fault in faults_of(reject)]
