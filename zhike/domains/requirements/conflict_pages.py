"""The page of a conflict: both wishes side by side, and what was decided."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.core.ui.cells import badge
from zhike.domains.requirements.asking import ask_url
from zhike.domains.requirements.choices import ConflictState as State
from zhike.domains.requirements.models.deciding import meant

LOOKS: dict[str, tuple[Any, str]] = {
    State.OPEN: ("bad", "warning"), State.ASKED: ("watch", "waiting"), State.DECIDED: ("good", "check"),
}  # fmt: skip


class ConflictPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        asks = record.entry and record.state == State.ASKED and told["may_amend"]
        return told | {
            "badge": conflict_badge(record),
            "both": [(one, meant(one), _holds(record, one)) for one in (record.one, record.other)],
            "ask_url": ask_url(record, record.entry) if asks else "",
        }


def conflict_badge(conflict: Any) -> Any:
    return badge(conflict.get_state_display(), *LOOKS.get(conflict.state, ("", "")))


def _holds(conflict: Any, requirement: Any) -> bool:
    return conflict.state == State.DECIDED and conflict.holds_id == requirement.pk
