"""How an awaited answer looks."""

from typing import Any

from django.utils.safestring import SafeString

from zhike.agreements.silence.choices import WaitState
from zhike.core.ui.cells import Signal, badge

_LOOKS: dict[str, tuple[Signal, str]] = {
    WaitState.RUNNING: ("watch", "waiting"),
    WaitState.ANSWERED: ("good", "check"),
    WaitState.STOPPED: ("", "close"),
    WaitState.ACCEPTED: ("good", "clock"),
    WaitState.PAUSED: ("watch", "stop"),
    WaitState.ESCALATED: ("bad", "warning"),
    WaitState.OBJECTED: ("bad", "undo"),
}


def wait_badge(wait: Any) -> SafeString:
    return badge(wait.get_state_display(), *_LOOKS[wait.state])
