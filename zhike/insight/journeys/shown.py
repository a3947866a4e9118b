"""Touchpoints as a reader is told of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import nothing
from zhike.insight.journeys.narrowing import asked_of
from zhike.insight.strategy.measures import MEASURES, measured
from zhike.insight.strategy.shown import Standing, said, standing, unit_of


@dataclass(frozen=True)
class Card:
    """A touchpoint on the map."""

    touchpoint: Any
    stands: Standing
    owner: SafeString


def cards(journey: Any, touchpoints: Iterable[Any], reader: Reader) -> list[Card]:
    """In the order in which they come; each figure is counted once, over what the reader sees."""
    those = list(touchpoints)
    asked = asked_of(journey, reader.user)
    known = {name: measured(name, asked) for name in {one.measure for one in those}}
    return [Card(one, standing(one, known[one.measure]), reader.person(one.owner_id)) for one in those]


def measure_words(measure: str) -> str:
    return str(MEASURES[measure].label) if measure in MEASURES else _("noted by hand")


def target_cell(touchpoint: Any, _reader: Reader) -> SafeString:
    if touchpoint.target is None:
        return nothing()
    value = said(touchpoint.target, unit_of(touchpoint.measure))
    return conditional_escape(f"{touchpoint.get_better_display()} {value}")


def segment_words(journey: Any) -> str:
    return str(journey.segment) if journey.segment else _("All clients")
