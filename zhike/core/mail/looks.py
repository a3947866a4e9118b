"""How a letter's state looks, wherever it is shown."""

from typing import Any

from django.utils.safestring import SafeString

from zhike.core.mail.models import State
from zhike.core.ui.cells import Signal, badge

LOOKS: dict[str, tuple[Signal, str]] = {
    State.WAITING: ("", "clock"),
    State.HELD: ("", "stop"),
    State.KEPT: ("watch", "archive"),
    State.SENT: ("good", "check"),
    State.FAILED: ("bad", "warning"),
    State.BOUNCED: ("bad", "undo"),
    State.CANCELLED: ("", "close"),
}


def state_badge(letter: Any) -> SafeString:
    signal, icon = LOOKS[letter.state]
    return badge(letter.get_state_display(), signal, icon)
