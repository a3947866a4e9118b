"""How risks look."""

from typing import Any

from django.utils.safestring import SafeString

from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import Signal, badge
from zhike.domains.projects.risks.choices import Rating

LOOKS: dict[str, Signal] = {"told": "accent", "handled": "good", "happened": "bad"}
RATED: dict[str, Signal] = {Rating.LOW: "", Rating.MEDIUM: "watch", Rating.HIGH: "bad", Rating.EXTREME: "bad"}


def state_badge(risk: Any) -> SafeString:
    return badge(risk.get_state_display(), LOOKS.get(risk.state, ""))


def rating_badge(risk: Any) -> SafeString:
    return badge(risk.rating.label, RATED[risk.rating], "warning" if risk.rating == Rating.EXTREME else "")


def rating_cell(risk: Any, _reader: Reader) -> str:
    return str(rating_badge(risk))


def state_cell(risk: Any, _reader: Reader) -> str:
    return str(state_badge(risk))


def day_cell(risk: Any, reader: Reader) -> str:
    return str(reader.day(risk.due_on, late=risk.is_alive))
