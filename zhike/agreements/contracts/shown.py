"""How states of contracts and payments look: a shape and a word."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhike.agreements.contracts.choices import Paid, State
from zhike.core.ui.cells import Signal, badge

_STATES: dict[str, tuple[Signal, str]] = {
    State.DRAFT: ("", "edit"),
    State.SENT: ("watch", "waiting"),
    State.SIGNED: ("good", "promise"),
    State.DECLINED: ("bad", "stop"),
    State.VOID: ("", "close"),
    State.ENDED: ("", "check"),
}
_PAID: dict[str, tuple[Signal, str]] = {
    Paid.PLANNED: ("", "calendar"),
    Paid.INVOICED: ("watch", "waiting"),
    Paid.RECEIVED: ("good", "check"),
    Paid.DROPPED: ("", "close"),
}


def state_badge(contract: Any) -> SafeString:
    signal, icon = _STATES[contract.state]
    return badge(contract.get_state_display(), signal, icon)


def paid_badge(payment: Any) -> SafeString:
    if payment.is_overdue:
        return badge(_("Overdue"), "bad", "warning")
    signal, icon = _PAID[payment.state]
    return badge(payment.get_state_display(), signal, icon)
