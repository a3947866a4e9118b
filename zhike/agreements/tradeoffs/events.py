"""What can happen to a trade-off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who", "reason", "words", "text")

BEGUN = declare("tradeoff.begun", _("{actor} began the trade-off “{record}”"), icon="columns", personal=_PERSONAL)
WROTE = declare(
    "tradeoff.wrote", _("{actor} changed the ways of “{record}”"), icon="edit", personal=_PERSONAL, quiet=True
)
SENT = declare("tradeoff.sent", _("{actor} sent “{record}” to {who} to choose"), icon="send", personal=_PERSONAL)
TAKEN_BACK = declare(
    "tradeoff.taken_back", _("{actor} took “{record}” back to change it: {reason}"), icon="undo", personal=_PERSONAL
)
CHOSEN = declare(
    "tradeoff.chosen", _("{who} chose “{text}” in “{record}”"), icon="promise", personal=_PERSONAL, reminds=True
)
REFUSED = declare(
    "tradeoff.refused", _("{who} wants none of the ways of “{record}”: {words}"), icon="stop", personal=_PERSONAL,
    reminds=True,
)  # fmt: skip
