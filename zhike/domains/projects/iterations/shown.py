"""How iterations look."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import Signal, badge
from zhike.domains.projects.iterations.choices import State

LOOKS: dict[str, Signal] = {State.RUNNING: "accent", State.REVIEWED: "good"}
ACCEPTED: dict[str, Signal] = {"asked": "watch", "confirmed": "good"}


def state_badge(iteration: Any) -> SafeString:
    return badge(iteration.get_state_display(), LOOKS.get(iteration.state, ""))


def state_cell(iteration: Any, _reader: Reader) -> str:
    return str(state_badge(iteration))


def acceptance_badge(iteration: Any) -> SafeString:
    words = {
        "asked": pgettext("iteration", "Waits for the client"), "confirmed": pgettext("iteration", "Accepted"),
        "replaced": pgettext("iteration", "Replaced"), "": pgettext("iteration", "Not asked yet"),
    }  # fmt: skip
    return badge(words[iteration.stands_as], ACCEPTED.get(iteration.stands_as, ""))


def acceptance_cell(iteration: Any, _reader: Reader) -> str:
    return str(acceptance_badge(iteration)) if iteration.state == State.REVIEWED else ""
