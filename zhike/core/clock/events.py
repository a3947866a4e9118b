"""What can happen to calendars and clocks."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare


def _in_readers_language(name: Any) -> str:
    """Of a clock: a message such as "First answer"."""
    return gettext(str(name)) if name else ""


_WORDS = {"name": _in_readers_language}

MADE_DEFAULT = declare("calendar.made_default", _("{actor} made {record} the default calendar"), icon="clock")
STARTED = declare(
    "deadline.started", _("The clock for {name} on “{record}” started"), icon="clock", quiet=True, words=_WORDS
)
PAUSED = declare("deadline.paused", _("{actor} paused the clock for {name} on “{record}”"), icon="clock", words=_WORDS)
RESUMED = declare(
    "deadline.resumed", _("{actor} let the clock for {name} on “{record}” go on"), icon="clock", words=_WORDS
)
MET = declare(
    "deadline.met", _("The clock for {name} on “{record}” stopped: it is done"), icon="check", quiet=True, words=_WORDS
)
CANCELLED = declare(
    "deadline.cancelled", _("{actor} cancelled the clock for {name} on “{record}”"), icon="clock", quiet=True,
    words=_WORDS,
)  # fmt: skip
RECOMPUTED = declare(
    "deadline.recomputed", _("{actor} counted the time for {name} on “{record}” again"), icon="clock", quiet=True,
    words=_WORDS,
)  # fmt: skip
PASSED = declare("deadline.passed", _("The time for {name} on “{record}” ran out"), icon="clock", words=_WORDS)
