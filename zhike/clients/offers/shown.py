"""How the states of offers look."""

from typing import Any

from django.utils.safestring import SafeString

from zhike.clients.offers.choices import Answer, State
from zhike.core.ui.cells import Signal, badge

_LOOKS: dict[str, tuple[Signal, str]] = {
    State.DRAFT: ("", "edit"),
    State.OPEN: ("good", "tag"),
    State.ENDED: ("", "check"),
    State.WITHDRAWN: ("bad", "stop"),
    Answer.OFFERED: ("watch", "waiting"),
    Answer.REDEEMED: ("good", "check"),
    Answer.DECLINED: ("", "close"),
}


def state_badge(record: Any) -> SafeString:
    signal, icon = _LOOKS[record.state]
    return badge(record.get_state_display(), signal, icon)
