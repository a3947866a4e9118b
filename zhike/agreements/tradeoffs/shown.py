"""How the state of a trade-off looks."""

from typing import Any

from django.utils.safestring import SafeString

from zhike.agreements.tradeoffs.choices import State
from zhike.core.ui.cells import Signal, badge

_LOOKS: dict[str, tuple[Signal, str]] = {
    State.DRAFT: ("", "edit"),
    State.SENT: ("watch", "waiting"),
    State.CHOSEN: ("good", "promise"),
    State.REFUSED: ("bad", "stop"),
}


def state_badge(tradeoff: Any) -> SafeString:
    signal, icon = _LOOKS[tradeoff.state]
    return badge(tradeoff.get_state_display(), signal, icon)
