"""What can happen to a risk or a problem."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who", "reason", "what", "words")

NOTED = declare("risk.noted", _("{actor} noted the risk “{record}”"), icon="warning", personal=_PERSONAL)
NOTED_PROBLEM = declare("risk.problem", _("{actor} noted the problem “{record}”"), icon="warning", personal=_PERSONAL)
OFFERED = declare(
    "risk.option", _("{actor} added a way out of “{record}”: {what}"), icon="plus", personal=_PERSONAL, quiet=True
)
WITHDRAWN = declare(
    "risk.no_option", _("{actor} took back a way out of “{record}”: {what}"), icon="undo", personal=_PERSONAL,
    quiet=True,
)  # fmt: skip
TOLD = declare("risk.told", _("{actor} told {who} of “{record}”, with options ({count})"), icon="send",
               personal=_PERSONAL)  # fmt: skip
CHOSEN = declare(
    "risk.chosen", _("{who} chose about “{record}”: {what}"), icon="promise", personal=_PERSONAL, from_client=True
)
HANDLED = declare("risk.handled", _("{actor} handled “{record}”: {words}"), icon="check", personal=_PERSONAL)
HAPPENED = declare("risk.happened", _("What was feared has happened: “{record}”"), icon="warning", personal=_PERSONAL)
CLOSED = declare("risk.closed", _("{actor} closed “{record}”: {reason}"), icon="close", personal=_PERSONAL)
REOPENED = declare("risk.reopened", _("{actor} opened “{record}” again"), icon="undo", personal=_PERSONAL)
