"""Whether an open promise will be kept in time, for programs and assistants: `/api/v1/promises/PM-12/forecast`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.foreseeing import FACTORS, TELLING, Foresight, can_be_foretold
from zhike.agreements.readings import TEXT, made_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading

NUMBER = {"type": "number"}
REASON = made_of({"factor": {"enum": [*FACTORS]}, "words": TEXT, "helps": {"type": "boolean"}})
BACK_TEST = made_of({"cases": NUMBER, "brier": NUMBER, "brier_of_the_person": NUMBER})
ANSWER = made_of(
    {
        "probability": or_null(NUMBER), "cases": NUMBER, "by": {"enum": ["", "history", "person"]},
        "reasons": {"type": "array", "items": REASON}, "back_test": or_null(BACK_TEST),
    }
)  # fmt: skip
NOTHING: dict[str, Any] = {"probability": None, "cases": 0, "by": "", "reasons": [], "back_test": None}


@reading(
    "agreements.promise", "forecast", label=gettext_lazy("Will it be kept in time?"), schema=ANSWER,
    tells=("promises",),
    about="How likely an open promise is kept by its day, from those settled before (`by` history), or by the rate of "
    "whoever looks after it alone (`by` person) where that foretold better; null with fewer than ten cases, or where "
    "it is settled, late or has no day. `back_test` gives the Brier scores of both: lower is better.",
)  # fmt: skip
def foretold(promise: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    if not can_be_foretold(promise):
        return NOTHING
    foresight = Foresight()
    found, likely = foresight.of(promise)
    if likely is None:
        return NOTHING | {"cases": found.cases}
    test, by_history = foresight.test, foresight.is_trusted
    reasons = [
        {"factor": name, "words": str(FACTORS[name]), "helps": effect > 0}
        for name, effect in found.reasons
        if by_history and abs(effect) > TELLING
    ]
    scores = {"cases": test.cases, "brier": test.ours, "brier_of_the_person": test.person} if test else None
    return {
        "probability": round(likely, 2), "cases": found.cases, "by": "history" if by_history else "person",
        "reasons": reasons, "back_test": scores,
    }  # fmt: skip
