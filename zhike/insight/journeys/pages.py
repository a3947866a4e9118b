"""The page of a journey, which is its map, and that of a touchpoint."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.insight.journeys.events import MOVED, MOVED_PHASE
from zhike.insight.journeys.shown import cards, segment_words


class JourneyPage(DetailPage):
    untold = (MOVED_PHASE.name,)

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        phases = record.phases()
        drawn = iter(cards(record, [one for those in phases.values() for one in those], told["reader"]))
        return told | {
            "phases": [(name, [next(drawn) for _one in those]) for name, those in phases.items()],
            "segment_words": segment_words(record),
            "draws": told["may_amend"] and record.archived_at is None,
            "facts": [(one, said) for one, said in told["facts"] if one.name not in ("purpose", "segment")],
        }


TOLD = {"wants", "journey", "phase", "channel", "target", "noted", "noted_on", "position"}


class TouchpointPage(DetailPage):
    untold = (MOVED.name,)

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        (card,) = cards(record.journey, [record], told["reader"])
        return told | {
            "one": card.stands,
            "segment_words": segment_words(record.journey),
            "facts": [(one, said) for one, said in told["facts"] if one.name not in TOLD],
        }
