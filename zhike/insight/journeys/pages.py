"""The pages of a journey, which is its map, of a touchpoint and of an improvement."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.insight.journeys.comparing import compared
from zhike.insight.journeys.events import MOVED, MOVED_PHASE
from zhike.insight.journeys.shown import cards, measure_words, segment_words, state_badge


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
            "improvements": _with_badges(record.improvements.standing().order_by("-pk")),
            "draws": told["may_amend"] and record.archived_at is None,
            "segment_words": segment_words(record.journey),
            "facts": [(one, said) for one, said in told["facts"] if one.name not in TOLD],
        }


def _with_badges(found: Any) -> list[Any]:
    shown: list[Any] = list(found)
    for one in shown:
        one.badge = state_badge(one)
    return shown


IN_RAIL = {"owner", "due_on", "started_on", "done_on"}


class ImprovementPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        return told | {
            "told": compared(record, told["reader"]),
            "measure_words": measure_words(record.before_measure),
            "state_badge": state_badge(record),
            "facts": [(one, said) for one, said in told["facts"] if one.name in IN_RAIL],
        }
