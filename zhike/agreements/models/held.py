"""Promises that somebody else has to agree to before the client hears of them."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from zhike.agreements import events
from zhike.agreements.choices import UNSETTLED, Side
from zhike.agreements.steps import AskApprovalForm
from zhike.core.approval.models import Approval
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition


def _is_held(entry: Any) -> bool:
    return entry.archived_at is None and bool(entry.held_for)


def _can_be_asked(entry: Any) -> bool:
    return _is_held(entry) and entry.approval is None


class Held:
    """`held_for` says why; empty, it may be promised. It is looked at when it is written down or given to another."""

    held_for: list[str]

    def write(self: Any, values: dict[str, Any]) -> None:
        """Nothing that is edited stays as it was approved."""
        super().write(values)  # type: ignore[misc]
        open_to_us = self.pk is None or self.state in UNSETTLED
        if self.side == Side.US and open_to_us and {"text", "owner"} & set(values):
            self.held_for = sorted({str(one.caution) for one in self.concerns()})

    def concerns(self: Any) -> list[Any]:
        from zhike.agreements.reasonable import grave_concerns

        return grave_concerns(self)

    @property
    def approval(self: Any) -> Any:
        """The request about it that waits for a decision."""
        return Approval.objects.waiting().of_record(self).first()

    @transition(
        source=UNSETTLED, may=may_work, when=_can_be_asked, tells=events.APPROVAL_ASKED, label=_("Ask for approval"),
        icon="question", form=AskApprovalForm, look="primary",
    )  # fmt: skip
    def ask_approval(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """Whoever leads reads what speaks against it. Raises AlreadyAsked, NobodyDecides."""
        from zhike.agreements.approving import ask_for

        ask_for(self, by=by, reason=reason)
        return self.told(reason=reason)

    @transition(
        source=UNSETTLED, may=may_nobody, when=_is_held, tells=events.ALLOWED, label=_("May be promised"), icon="check"
    )
    def allow(self: Any, *, by: Any, who: Any) -> dict[str, Any]:
        """`who` agreed that it is promised all the same."""
        self.held_for = []
        return self.told(who=who)

    def no_longer_asked(self: Any) -> None:
        """Other words take its place, or it is over: nobody has to decide about these."""
        if (waiting := self.approval) is not None:
            waiting.void(by=apps.get_model("access.User")._default_manager.system())
