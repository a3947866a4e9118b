"""How ideas look: their state, and what their score rests on."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import Signal, badge, nothing
from zhike.domains.ideas.choices import MOST, Cost, Result, State
from zhike.domains.ideas.errors import in_words

LOOKS: dict[str, tuple[Signal, str]] = {
    State.TRIAL: ("accent", "clock"), State.KEPT: ("good", "check"), State.DROPPED: ("", "close"),
}  # fmt: skip
RESULTS: dict[str, tuple[Signal, str]] = {Result.WON: ("good", "star"), Result.LOST: ("watch", "undo")}


@dataclass(frozen=True)
class Mark:
    """One question of the canvas: `points` of five, in words, and why."""

    label: str
    words: str
    why: str
    points: int

    @property
    def parts(self) -> list[str]:
        return ["used" if n < self.points else "" for n in range(len(Cost))]


def marks(idea: Any) -> list[Mark]:
    """What it costs counts the less the more that is, so that five points always speak for it."""
    if idea.score is None:
        return []
    return [
        Mark(pgettext("of an idea", "Worth"), idea.get_value_display(), idea.value_why, idea.value),
        Mark(pgettext("of an idea", "Cost"), idea.get_cost_display(), idea.cost_why, len(Cost) + 1 - idea.cost),
        Mark(pgettext("of an idea", "Fit"), idea.get_fit_display(), idea.fit_why, idea.fit),
    ]


def score_words(idea: Any) -> str:
    return "" if idea.score is None else _("%(score)s of %(most)s") % {"score": idea.score, "most": MOST}


def hours_words(idea: Any) -> str:
    """What the trial took of what it may take."""
    if idea.trial_from is None:
        return ""
    return _("%(spent)s of %(hours)s h") % {"spent": in_words(idea.spent), "hours": in_words(idea.trial_hours)}


def state_badge(idea: Any) -> SafeString:
    return badge(idea.get_state_display(), *LOOKS.get(idea.state, ("", "")))


def odd_badge(idea: Any) -> SafeString | str:
    return badge(pgettext("of an idea", "odd"), "outline") if idea.odd else ""


def odd_cell(idea: Any, _reader: Reader) -> str:
    return str(odd_badge(idea) or nothing())


def result_badge(idea: Any) -> SafeString | str:
    return badge(idea.get_result_display(), *RESULTS[idea.result]) if idea.result else ""


def state_cell(idea: Any, _reader: Reader) -> str:
    return str(state_badge(idea))


def score_cell(idea: Any, _reader: Reader) -> str:
    return score_words(idea) or str(nothing())


def hours_cell(idea: Any, _reader: Reader) -> str:
    return hours_words(idea) or str(nothing())


def result_cell(idea: Any, _reader: Reader) -> str:
    return str(result_badge(idea) or nothing())


def amount_cell(idea: Any, reader: Reader) -> str:
    return str(reader.money(idea.amount, idea.currency))


def source_cell(idea: Any, reader: Reader) -> str:
    return str(reader.with_links(idea.source_text) if idea.source_text else nothing())


def until_cell(idea: Any, reader: Reader) -> str:
    return str(reader.day(idea.trial_until, late=idea.state == State.TRIAL))
