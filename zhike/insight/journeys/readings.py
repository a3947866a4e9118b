"""The map of a journey, for programs and assistants: `/api/v1/journeys/JN-1/touchpoints`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.readings import DECIMAL, NO_DAY, TEXT, made_of, one_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading
from zhike.insight.journeys.choices import Kind, State
from zhike.insight.journeys.comparing import compared
from zhike.insight.journeys.shown import cards, measure_words
from zhike.insight.strategy.choices import Better

COUNT, YES_OR_NO = {"type": ["integer", "null"]}, {"type": ["boolean", "null"]}
TOUCHPOINT = made_of(
    {
        "touchpoint": TEXT, "phase": TEXT, "name": TEXT, "kind": one_of(Kind), "channel": TEXT, "wants": TEXT,
        "measure": TEXT, "better": one_of(Better), "target": or_null(DECIMAL), "now": TEXT,
        "of": COUNT, "reached": YES_OR_NO,
        "improvements": {"type": "array", "items": TEXT},
    }
)  # fmt: skip

EFFECT = made_of(
    {
        "state": one_of(State), "measured_by": TEXT, "before": TEXT, "before_on": NO_DAY, "before_of": COUNT,
        "now": TEXT, "now_of": COUNT, "better": YES_OR_NO,
    }
)  # fmt: skip


@reading(
    "journeys.journey", "touchpoints", label=gettext_lazy("Touchpoints"),
    tells=("journeys", "touchpoints", "improvements"),
    schema=made_of({"data": {"type": "array", "items": TOUCHPOINT}}),
    about="The touchpoints of a client journey, from the first phase to the last: what the client wants there, "
    "the target and where it stands now by the figures that the caller sees, over the clients of its segment. "
    "`of` is how many records a figure is made of; `measure` is empty for a value that is noted by hand. "
    "`improvements` are the open ones.",
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
                "improvements": [one.reference for one in card.improvements],
            }
            for card in cards(journey, those, reader)
        ]
    }


@reading(
    "journeys.improvement", "effect", label=gettext_lazy("Before and now"), tells=("improvements", "touchpoints"),
    schema=EFFECT,
    about="Where the touchpoint stood when the improvement began, by the figure that whoever began it saw, and where "
    "it stands now for the caller; `better` is null where that cannot be said. Below 20 records it says little.",
)  # fmt: skip
def effect(improvement: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    told = compared(improvement, reader)
    return {
        "state": improvement.state,
        "measured_by": measure_words(improvement.before_measure) if told else "",
        "before": told.before if told else "",
        "before_on": told.was.on if told else None,
        "before_of": told.was.of if told else None,
        "now": told.now if told else "",
        "now_of": told.stands.of if told else None,
        "better": told.better if told else None,
    }
