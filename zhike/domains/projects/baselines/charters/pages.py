"""The page of a charter: what the client reads, what it leaves open, and what stands otherwise today."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.domains.projects.baselines.charters.wording import left_open, words_of
from zhike.domains.projects.baselines.differing import differences
from zhike.domains.projects.baselines.freezing import content_of
from zhike.domains.projects.baselines.shown import grouped, state_badge


class CharterPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | {
            "state_badge": state_badge(record),
            "words": record.entry.text if record.entry else words_of(record),
            "left_open": [] if record.baseline_id else left_open(record),
            "groups": grouped(differences(record.content, content_of(record.project))),
        }

    def steps(self, record: Any) -> list[Any]:
        """Without the one that has a page of its own."""
        return [one for one in super().steps(record) if one["step"].name != "propose"]
