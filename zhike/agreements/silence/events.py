"""What can happen around silence."""

from django.utils.translation import gettext_lazy as _

from zhike.agreements.silence.choices import why_words
from zhike.core.timeline.kinds import declare
from zhike.core.ui.dates import told_day

_PERSONAL = ("name", "who", "words", "reason")

SET_UP = declare("silence.set_up", _("{actor} wrote down what silence means: {record}"), icon="clock")
AGREED = declare(
    "silence.agreed", _("{who} agreed to what silence means: {record}"), icon="promise", personal=_PERSONAL
)
STARTED = declare("silence.started", _("{actor} put in force what silence means: {record}"), icon="check")
ENDED = declare("silence.ended", _("What silence means no longer holds: {record}"), icon="close", personal=_PERSONAL)
BEGAN = declare(
    "silence.began", _("An answer of {who} is awaited until {until}: “{record}”"), icon="clock", personal=_PERSONAL,
    words={"until": told_day},
)  # fmt: skip
NOTICED = declare("silence.noticed", _("{who} was reminded of “{record}”"), icon="bell", personal=_PERSONAL)
BY_HAND = declare(
    "silence.by_hand", _("{who} is to be reminded by hand of “{record}”"), icon="bell", personal=_PERSONAL, reminds=True
)
ACCEPTED = declare(
    "silence.accepted", _("{who} did not answer; as arranged, “{record}” counts as agreed"), icon="promise",
    personal=_PERSONAL, reminds=True,
)  # fmt: skip
PAUSED = declare(
    "silence.paused", _("{who} did not answer; the work on “{record}” waits"), icon="stop", personal=_PERSONAL,
    reminds=True,
)  # fmt: skip
ESCALATED = declare(
    "silence.escalated", _("{who} did not answer; somebody has to look at “{record}”: {reason}"), icon="warning",
    personal=_PERSONAL, reminds=True, words={"reason": why_words},
)  # fmt: skip
ANSWERED = declare("silence.answered", _("{who} answered about “{record}”"), icon="check", personal=_PERSONAL)
STOPPED = declare("silence.stopped", _("{actor} no longer waits for “{record}”: {reason}"), icon="close",
                  personal=_PERSONAL)  # fmt: skip
OBJECTED = declare(
    "silence.objected", _("{who} objected afterwards to “{record}”"), icon="undo", personal=_PERSONAL, reminds=True
)
