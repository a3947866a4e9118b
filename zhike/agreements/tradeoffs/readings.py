"""The ways of a trade-off for programs and assistants: `/api/v1/tradeoffs/TO-1/ways`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.readings import DECIMAL, NO_DAY, TEXT, made_of
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading

WAY = made_of(
    {
        "way": {"type": "integer"}, "title": TEXT, "scope": TEXT, "on": NO_DAY, "amount": DECIMAL, "currency": TEXT,
        "waived": {"type": "boolean"}, "consequences": TEXT, "chosen": {"type": "boolean"},
    }
)  # fmt: skip


@reading(
    "tradeoffs.tradeoff", "ways", label=gettext_lazy("Ways"), tells=("tradeoffs",),
    schema=made_of({"data": {"type": "array", "items": WAY}}),
    about="The ways of a trade-off, each with scope, day, price and what follows from it, and which one was chosen. "
    "`way` is the number that the steps change_way, strike_way and choose take.",
)  # fmt: skip
def ways(tradeoff: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    same = ("title", "scope", "on", "amount", "currency", "waived", "consequences")
    return {
        "data": [
            {name: getattr(one, name) for name in same} | {"way": one.pk, "chosen": one.pk == tradeoff.chosen_id}
            for one in tradeoff.ways.all()
        ]
    }
