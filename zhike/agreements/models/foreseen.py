"""Promises that may not be kept: their owner is told, once, while there is time to tell the other side."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.agreements import events
from zhike.agreements.choices import OPEN
from zhike.core.lifecycle.policies import may_nobody
from zhike.core.lifecycle.transition import transition


def _is_news(promise: Any) -> bool:
    return promise.archived_at is None and promise.at_risk is None


class Foreseen:
    at_risk: int | None

    @transition(
        source=OPEN, may=may_nobody, when=_is_news, tells=events.AT_RISK, label=_("May not be kept"), icon="warning"
    )
    def foresee(self: Any, *, by: Any, percent: int) -> dict[str, Any]:
        """It is kept in time with `percent`, as far as the history tells."""
        self.at_risk = percent
        return self.told() | {"percent": percent, "people": [self.owner_id] if self.owner_id else []}
