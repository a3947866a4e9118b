"""How states look."""

from typing import Any

from django.utils.safestring import SafeString

from zhike.core.ui.cells import Signal, badge
from zhike.surfaces.webhooks.models import State
from zhike.surfaces.webhooks.models.webhook import Webhooks

LOOKS: dict[str, tuple[Signal, str]] = {
    State.WAITING: ("", "clock"),
    State.SENT: ("good", "check"),
    State.FAILED: ("bad", "warning"),
    State.WITHHELD: ("", "close"),
}


def state_of_delivery(delivery: Any) -> SafeString:
    signal, icon = LOOKS[delivery.state]
    return badge(delivery.get_state_display(), signal, icon)


def state_of_webhook(webhook: Any) -> SafeString:
    """Off, failing, or well."""
    if webhook.state == Webhooks.OFF:
        return badge(webhook.get_state_display(), "bad" if webhook.failures else "", "stop")
    return badge(webhook.get_state_display(), "watch" if webhook.failures else "good", "check")
