"""The page of a risk or a problem."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.detail import DetailPage
from zhike.domains.projects.risks import events
from zhike.domains.projects.risks.shown import rating_badge, state_badge


class RiskPage(DetailPage):
    """The ways out of it, and who was told."""

    untold = (events.OFFERED.name, events.WITHDRAWN.name)

    def context(self, record: Any) -> dict[str, Any]:
        tellings = list(record.tellings.select_related("contact", "told_by", "letter"))
        works = record.archived_at is None and record.is_alive and may_work(self.request.user)
        return super().context(record) | {
            "options": list(record.options.all()),
            "tellings": tellings,
            "state_badge": state_badge(record),
            "rating_badge": rating_badge(record),
            "problem": _problem(record),
            "works": works,
        }

    def steps(self, record: Any) -> list[Any]:
        """Without those that stand on the page itself."""
        return [one for one in super().steps(record) if one["step"].name not in ("tell", "add_option")]


def _problem(record: Any) -> Any:
    try:
        return record.problem
    except ObjectDoesNotExist:
        return None
