"""Touchpoints as a reader is told of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import Signal, badge, nothing
from zhike.insight.journeys.choices import OPEN, State
from zhike.insight.journeys.models import Improvement
from zhike.insight.journeys.narrowing import asked_of
from zhike.insight.strategy.measures import MEASURES, measured
from zhike.insight.strategy.shown import Standing, said, standing, unit_of

LOOKS: dict[str, tuple[Signal, str]] = {
    State.DOING: ("accent", "clock"), State.DONE: ("good", "check"), State.DROPPED: ("", "close"),
}  # fmt: skip


@dataclass(frozen=True)
class Card:
    """A touchpoint on the map, with what is being made better there."""

    touchpoint: Any
    stands: Standing
    owner: SafeString
    improvements: list[Any]


def cards(journey: Any, touchpoints: Iterable[Any], reader: Reader) -> list[Card]:
    """In the order in which they come; each figure is counted once, over what the reader sees."""
    those = list(touchpoints)
    asked = asked_of(journey, reader.user)
    known = {name: measured(name, asked) for name in {one.measure for one in those}}
    better = defaultdict(list)
    for one in Improvement.objects.open().filter(touchpoint__in=those).order_by("due_on", "pk"):
        better[one.touchpoint_id].append(one)
    return [Card(one, standing(one, known[one.measure]), reader.person(one.owner_id), better[one.pk]) for one in those]


def measure_words(measure: str) -> str:
    return str(MEASURES[measure].label) if measure in MEASURES else _("noted by hand")


def target_cell(touchpoint: Any, _reader: Reader) -> SafeString:
    if touchpoint.target is None:
        return nothing()
    value = said(touchpoint.target, unit_of(touchpoint.measure))
    return conditional_escape(f"{touchpoint.get_better_display()} {value}")


def segment_words(journey: Any) -> str:
    return str(journey.segment) if journey.segment else _("All clients")


def state_badge(improvement: Any) -> SafeString:
    return badge(improvement.get_state_display(), *LOOKS.get(improvement.state, ("", "")))


def source_cell(improvement: Any, reader: Reader) -> SafeString:
    return reader.with_links(improvement.source_text) if improvement.source_text else nothing()


def due_cell(improvement: Any, reader: Reader) -> SafeString:
    return reader.day(improvement.due_on, late=improvement.state in OPEN)


def before_cell(improvement: Any, _reader: Reader) -> SafeString:
    if improvement.before is None:
        return nothing()
    return conditional_escape(said(improvement.before, unit_of(improvement.before_measure)))
