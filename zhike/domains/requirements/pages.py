"""The page of a requirement: what was heard, how clear that is, and what both sides mean by it."""

from typing import Any

from django.urls import reverse

from zhike.core.pages.detail import DetailPage
from zhike.domains.requirements.ambiguity import ambiguity
from zhike.domains.requirements.choices import State
from zhike.domains.requirements.ledger import standing, waiting
from zhike.domains.requirements.shown import bars, marked, score_words, state_badge


class RequirementPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        found = ambiguity(record.statement, record.measure)
        entry = standing(record.entry) if record.entry else None
        new = waiting(entry) if entry else None
        asked = new or (entry if record.state == State.ASKED else None)
        told = super().context(record)
        return told | {
            "badge": state_badge(record),
            "heard": marked(record.statement, found),
            "clearness": found,
            "bars": bars(found.score),
            "score_words": score_words(found.score),
            "entry": entry,
            "new_words": new,
            "ways": record.instead.splitlines(),
            "ask_url": _ask_url(record, asked) if asked and told["may_amend"] else "",
        }


def _ask_url(record: Any, entry: Any) -> str:
    return f"{reverse('ask_to_confirm', args=[record.client.reference])}?entry={entry.pk}"
