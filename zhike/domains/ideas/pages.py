"""The page of an idea: the canvas, the trial, the decision and what came of it."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.domains.ideas.choices import State
from zhike.domains.ideas.shown import hours_words, marks, odd_badge, result_badge, score_words, state_badge

TOLD = {
    "text", "odd", "client", "project", "person", "contact", "state", "score", "value", "value_why", "cost", "cost_why",
    "fit", "fit_why", "measure", "spent", "trial_from", "trial_until", "requirement", "todo", "reason", "decided_on",
    "result", "result_words", "result_on", "amount",
}  # fmt: skip


class IdeaPage(DetailPage):
    shown_elsewhere = TOLD

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        return told | {
            "state_badge": state_badge(record),
            "odd_badge": odd_badge(record),
            "result_badge": result_badge(record),
            "marks": marks(record),
            "score_words": score_words(record),
            "hours_words": hours_words(record),
            "on_trial": record.state == State.TRIAL,
            "brought": told["reader"].money(record.amount, record.currency) if record.amount is not None else "",
        }
