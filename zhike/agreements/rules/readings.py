"""The rules of engagement of a client for programs and assistants: `/api/v1/clients/CL-12/rules`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.choices import ClauseKind, Side
from zhike.agreements.readings import DAY, LINK, MOMENT, TEXT, made_of, named, one_of, or_null
from zhike.agreements.rules.choices import How
from zhike.agreements.rules.kept import LATELY, Line, crossings_of, lines_of
from zhike.agreements.rules.meters import Meter, records_of
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading

NUMBER = {"type": "integer"}
USED = made_of({"round": NUMBER, "number": NUMBER, "used_on": DAY, "note": TEXT, "in": or_null(LINK)})
ROUNDS = made_of(
    {"agreed": NUMBER, "used": NUMBER, "over": NUMBER, "rounds": {"type": "array", "items": USED}}
)  # fmt: skip
RULE = made_of(
    {
        "clause": TEXT, "kind": one_of(ClauseKind), "side": one_of(Side), "rule": TEXT, "text": TEXT, "subject": TEXT,
        "since": DAY, "confirmed_by": or_null(LINK), "kept_by_machine": {"type": "boolean"}, "problem": TEXT,
        "kept": TEXT, "rounds": or_null(ROUNDS),
    }
)  # fmt: skip
CROSSED = made_of(
    {
        "clause": TEXT, "side": one_of(Side), "how": one_of(How), "at": MOMENT, "on_purpose": {"type": "boolean"},
        "in": or_null(LINK),
    }
)  # fmt: skip
ANSWER = made_of(
    {"data": {"type": "array", "items": RULE}, "days": NUMBER, "crossed": {"type": "array", "items": CROSSED}}
)


@reading(
    "clients.client", "rules", label=gettext_lazy("Rules of engagement"), schema=ANSWER,
    tells=("clauses", "conversations"),
    about="By which rules do we and this client work together, as confirmed clauses: answer times of both sides, "
    "revision rounds agreed and what used each (`round` is the number that the step take_round_back of the clause "
    "takes), quiet hours, channels; how each was kept lately and where one was crossed.",
)  # fmt: skip
def rules(client: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    crossed = [
        {
            "clause": one.clause.reference, "side": one.side, "how": one.how, "at": one.crossed_at,
            "on_purpose": one.anyway, "in": named(record),
        }
        for one, record in crossings_of(client, reader.now)
    ]  # fmt: skip
    lines = lines_of(client, reader.now)
    records = records_of(used.round for one in lines if one.meter for used in one.meter.used)
    return {"data": [told(one, records) for one in lines], "days": LATELY, "crossed": crossed}


def told(line: Line, records: Mapping[tuple[str, int], Any]) -> dict[str, Any]:
    """As `RULE` describes it; `records` used its rounds."""
    clause, meter = line.rule.clause, line.meter
    return {
        "clause": clause.reference, "kind": clause.aspect, "side": clause.side, "rule": line.sentence,
        "text": clause.text, "subject": clause.subject, "since": clause.valid_from,
        "confirmed_by": named(clause.confirmed_by), "kept_by_machine": line.rule.made is not None,
        "problem": str(line.rule.problem), "kept": line.kept, "rounds": _rounds(meter, records) if meter else None,
    }  # fmt: skip


def _rounds(meter: Meter, records: Mapping[tuple[str, int], Any]) -> dict[str, Any]:
    used = [
        {
            "round": one.round.pk, "number": one.number, "used_on": one.round.used_on, "note": one.round.note,
            "in": named(records.get((one.round.record_type, one.round.record_id))),
        }
        for one in meter.used
    ]  # fmt: skip
    return {"agreed": meter.agreed, "used": len(used), "over": meter.over, "rounds": used}
