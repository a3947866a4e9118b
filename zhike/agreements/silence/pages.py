"""The page of a rule says in words what it does, and for whom."""

from typing import Any

from zhike.agreements.silence.choices import Outcome
from zhike.agreements.silence.models.rule import SUBJECTS
from zhike.core.pages.detail import DetailPage


class RulePage(DetailPage):
    template = "silence/rule.html"

    def context(self, record: Any) -> dict[str, Any]:
        counts = [record._meta.get_field(name).verbose_name for name in SUBJECTS if getattr(record, name)]
        return super().context(record) | {"counts": counts, "accepts": record.outcome == Outcome.ACCEPTED}
