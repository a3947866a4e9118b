"""Goals as a reader is told of them, and how an edition looks."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from zhike.core.access.preferences import company
from zhike.core.base import money
from zhike.core.ui.cells import Signal, badge
from zhike.insight.analytics.asked import Asked
from zhike.insight.strategy.choices import Better, State
from zhike.insight.strategy.measures import HOURS, MEASURES, MONEY, Actual, measured

SMALL = 20  # records: below that a share says little
_LOOKS: dict[str, tuple[Signal, str]] = {
    State.DRAFT: ("", "edit"), State.IN_FORCE: ("good", "check"), State.SUPERSEDED: ("", "archive"),
}  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """A goal with where it stands. `of` is how many records the figure is made of, None for one noted by hand."""

    goal: Any
    target: str
    actual: str
    url: str = ""
    of: int | None = None
    reached: bool | None = None

    @property
    def is_small(self) -> bool:
        return self.of is not None and self.of < SMALL


def state_badge(strategy: Any) -> SafeString:
    signal, icon = _LOOKS[strategy.state]
    return badge(strategy.get_state_display(), signal, icon)


def standings(strategy: Any, asked: Asked) -> list[Standing]:
    """By the figures that this reader sees."""
    return [standing(goal, measured(goal.measure, asked)) for goal in strategy.goals.all()]


def standing(goal: Any, now: Actual | None) -> Standing:
    """`goal` has `measure`, `better`, `target` (or None) and `noted`; `now` is what its figure comes to."""
    unit = unit_of(goal.measure)
    target = "" if goal.target is None else f"{goal.get_better_display()} {said(goal.target, unit)}"
    number = now.number if now else None if goal.measure else goal.noted
    actual = "" if number is None else said(number, unit)
    url, of = (now.url, now.of) if now else ("", None)
    return Standing(goal, target, actual, url, of, _reached(goal, number))


def _reached(goal: Any, number: Any) -> bool | None:
    if number is None or goal.target is None:
        return None
    value = Decimal(str(number))
    return bool(value >= goal.target if goal.better == Better.AT_LEAST else value <= goal.target)


def unit_of(measure: str) -> str:
    """Nothing for what is noted by hand."""
    return MEASURES[measure].unit if measure in MEASURES else ""


def said(number: Any, unit: str) -> str:
    """A value of a measure in the reader's habit, with its unit."""
    if unit == MONEY:
        return money.shown(Decimal(number).quantize(Decimal(1)), company().currency, get_language() or "en")
    plain = Decimal(str(number)).quantize(Decimal("0.1")).normalize()
    written = number_format(f"{plain:f}", force_grouping=True)
    if unit == HOURS:
        return gettext("%(number)s h") % {"number": written}
    return f"{written} %" if unit else written
