"""The rules of engagement of a client for programs and assistants: `/api/v1/clients/CL-12/rules`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.choices import ClauseKind, Side
from zhike.agreements.readings import DAY, LINK, MOMENT, TEXT, made_of, named, one_of, or_null
from zhike.agreements.rules.choices import How
from zhike.agreements.rules.kept import LATELY, Line, crossings_of, lines_of
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading

NUMBER = {"type": "integer"}
ROUNDS = made_of({"agreed": NUMBER, "used": NUMBER, "over": NUMBER})
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
    "revision rounds used and agreed, quiet hours, channels; how each was kept lately and where one was crossed.",
)  # fmt: skip
def rules(client: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    crossed = [
        {
            "clause": one.clause.reference, "side": one.side, "how": one.how, "at": one.crossed_at,
            "on_purpose": one.anyway, "in": named(record),
        }
        for one, record in crossings_of(client, reader.now)
    ]  # fmt: skip
    return {"data": [told(one) for one in lines_of(client, reader.now)], "days": LATELY, "crossed": crossed}


def told(line: Line) -> dict[str, Any]:
    """As `RULE` describes it."""
    clause, meter = line.rule.clause, line.meter
    rounds = {"agreed": meter.agreed, "used": len(meter.used), "over": meter.over} if meter else None
    return {
        "clause": clause.reference, "kind": clause.aspect, "side": clause.side, "rule": line.sentence,
        "text": clause.text, "subject": clause.subject, "since": clause.valid_from,
        "confirmed_by": named(clause.confirmed_by), "kept_by_machine": line.rule.made is not None,
        "problem": str(line.rule.problem), "kept": line.kept, "rounds": rounds,
    }  # fmt: skip
