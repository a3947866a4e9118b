"""From what was heard to what is meant; and the ways on which it is not built."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import OPEN
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import LIVING, OVER, UNAGREED, State
from zhike.domains.requirements.ledger import standing, waiting
from zhike.domains.requirements.steps import AnalyseForm, DeclineForm, ReasonForm


def stands(requirement: Any) -> bool:
    return requirement.archived_at is None


class Analysing:
    reason: str
    instead: str
    entry: Any
    agreed_on: Any
    changed_on: Any
    ended_on: Any

    @transition(
        source=(State.RAW, State.ANALYSED), target=State.ANALYSED, may=may_work, when=stands, tells=events.ANALYSED,
        label=_("Work out what it means"), icon="search", form=AnalyseForm, look="primary",
    )  # fmt: skip
    def analyse(self: Any, *, by: Any, wording: str, measure: str = "") -> dict[str, Any]:
        """`wording` is what we would build, and what the client is asked to confirm."""
        self.wording, self.measure = wording, measure
        self.score()
        return {"name": str(self), "wording": wording}

    @transition(
        source=UNAGREED, target=State.DECLINED, may=may_work, when=stands, tells=events.DECLINED,
        label=_("Decline, with another way"), icon="stop", form=DeclineForm,
    )  # fmt: skip
    def decline(self: Any, *, by: Any, reason: str, instead: str) -> dict[str, Any]:
        """No, because `reason`; but we can `instead`, one way a line."""
        self.reason, self.instead, self.ended_on = reason, instead, timezone.localdate(moment())
        self._take_back(by, reason)
        return {"name": str(self), "reason": reason, "instead": "; ".join(instead.splitlines())}

    @transition(
        source=UNAGREED, target=State.PARKED, may=may_work, when=stands, tells=events.PARKED,
        label=pgettext_lazy("verb, requirement", "Park"), icon="snooze", form=ReasonForm,
    )  # fmt: skip
    def park(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """Not now; it is neither wanted nor gone."""
        self.reason, self.ended_on = reason, timezone.localdate(moment())
        self._take_back(by, reason)
        return {"name": str(self), "reason": reason}

    @transition(
        source=LIVING, target=State.DROPPED, may=may_work, when=stands, tells=events.DROPPED,
        label=_("They no longer want it"), icon="close", form=ReasonForm, look="danger",
    )  # fmt: skip
    def drop(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        self.reason, self.ended_on = reason, timezone.localdate(moment())
        self._take_back(by, reason)
        return {"name": str(self), "reason": reason}

    @transition(
        source=OVER, target=State.RAW, may=may_work, when=stands, tells=events.TAKEN_UP, label=_("Take up again"),
        icon="repeat",
    )  # fmt: skip
    def take_up(self: Any, *, by: Any) -> dict[str, Any]:
        """From the beginning: what was meant then may not be what is meant now."""
        was, self.reason, self.instead = self.reason, "", ""
        self.entry = self.agreed_on = self.changed_on = self.ended_on = None
        return {"name": str(self), "reason": was}

    def _take_back(self: Any, by: Any, reason: str) -> None:
        """Nothing of it stays in the ledger as if it were still to come."""
        entry = standing(self.entry) if self.entry else None
        for one in (entry, waiting(entry)) if entry else ():
            if one is not None and one.state in OPEN:
                one.withdraw(by=by, reason=reason)
