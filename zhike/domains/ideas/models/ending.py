"""Whether an idea is kept, and what it brought in the end."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.amending import told
from zhike.core.timeline.moment import moment
from zhike.domains.ideas import events
from zhike.domains.ideas.becoming import become
from zhike.domains.ideas.choices import ALIVE, State
from zhike.domains.ideas.models.weighing import stands
from zhike.domains.ideas.steps import DropForm, JudgeForm, KeepForm


def _may_come_back(idea: Any) -> bool:
    """What was tried and dropped stays dropped: a second attempt is an idea of its own, with hours of its own."""
    return stands(idea) and idea.trial_from is None


class Ending:
    reason: str
    decided_on: date | None
    result: str
    result_words: str
    result_on: date | None
    amount: Decimal | None
    currency: str

    @transition(
        source=State.TRIAL, target=State.KEPT, may=may_work, when=stands, tells=events.KEPT, label=_("Keep it"),
        icon="check", form=KeepForm, look="primary",
    )  # fmt: skip
    def keep(self: Any, *, by: Any, becomes: str, reason: str, due_on: date | None = None) -> dict[str, Any]:
        """It becomes a requirement of the client's or a to-do of ours, which names it. Raises NoClient."""
        self._decide(reason)
        made = become(self, becomes, by=by, due_on=due_on)
        return {"name": str(self), "who": self.brought_by, "becomes": made.reference, "reason": reason}

    @transition(
        source=ALIVE, target=State.DROPPED, may=may_work, when=stands, tells=events.DROPPED,
        label=pgettext_lazy("idea", "Drop it"), icon="close", form=DropForm,
    )  # fmt: skip
    def drop(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        self._decide(reason)
        return {"name": str(self), "who": self.brought_by, "reason": reason}

    @transition(
        source=State.DROPPED, target=State.NOTED, may=may_work, when=_may_come_back, tells=events.TAKEN_UP,
        label=_("Take up again"), icon="repeat",
    )  # fmt: skip
    def take_up(self: Any, *, by: Any) -> dict[str, Any]:
        was, self.reason, self.decided_on = self.reason, "", None
        return {"name": str(self), "who": self.brought_by, "reason": was}

    @transition(
        source=State.KEPT, may=may_work, when=stands, tells=events.JUDGED, label=_("Note what became of it"),
        icon="star", form=JudgeForm,
    )  # fmt: skip
    def judge(
        self: Any, *, by: Any, result: str, words: str, amount: Decimal | None = None, currency: str = ""
    ) -> dict[str, Any]:
        """What one saw, and what it brought where that is known; the last word counts."""
        self.result, self.result_words, self.result_on = result, words, timezone.localdate(moment())
        self.amount, self.currency = amount, currency if amount is not None else ""
        facts = {"name": str(self), "who": self.brought_by, "result": result, "words": words}
        return facts | {"amount": told(amount), "currency": self.currency}

    def _decide(self, reason: str) -> None:
        self.reason, self.decided_on = reason, timezone.localdate(moment())
