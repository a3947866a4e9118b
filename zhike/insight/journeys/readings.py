"""The map of a journey, for programs and assistants: `/api/v1/journeys/JN-1/touchpoints`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.readings import DECIMAL, TEXT, made_of, one_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.insight.journeys.choices import Kind
from zhike.insight.journeys.shown import cards
from zhike.insight.strategy.choices import Better

TOUCHPOINT = made_of(
    {
        "touchpoint": TEXT, "phase": TEXT, "name": TEXT, "kind": one_of(Kind), "channel": TEXT, "wants": TEXT,
        "measure": TEXT, "better": one_of(Better), "target": or_null(DECIMAL), "now": TEXT,
        "of": {"type": ["integer", "null"]}, "reached": {"type": ["boolean", "null"]},
    }
)  # fmt: skip


@reading(
    "journeys.journey", "touchpoints", label=gettext_lazy("Touchpoints"), tells=("journeys", "touchpoints"),
    schema=made_of({"data": {"type": "array", "items": TOUCHPOINT}}),
    about="The touchpoints of a client journey, from the first phase to the last: what the client wants there, "
    "the target and where it stands now by the figures that the caller sees, over the clients of its segment. "
    "`of` is how many records a figure is made of; `measure` is empty for a value that is noted by hand.",
)  # fmt: skip
def touchpoints(journey: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    those = [one for phase in journey.phases().values() for one in phase]
    same = ("phase", "name", "kind", "channel", "wants", "measure", "better", "target")
    return {
        "data": [
            {name: getattr(card.touchpoint, name) for name in same}
            | {
                "touchpoint": card.touchpoint.reference,
                "now": card.stands.actual,
                "of": card.stands.of,
                "reached": card.stands.reached,
            }
            for card in cards(journey, those, reader)
        ]
    }
