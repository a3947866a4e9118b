"""What can happen to an iteration."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who", "what", "words")

PLANNED = declare("iteration.planned", _("{actor} planned the iteration “{record}”"), icon="repeat", personal=_PERSONAL)
TAKEN = declare(
    "iteration.taken", _("{actor} took “{what}” into “{record}”"), icon="plus", personal=_PERSONAL, quiet=True
)
LEFT_OUT = declare(
    "iteration.left_out", _("{actor} left “{what}” out of “{record}”"), icon="undo", personal=_PERSONAL, quiet=True
)
BEGUN = declare("iteration.begun", _("{actor} began the iteration “{record}”"), icon="right", personal=_PERSONAL)
REVIEWED = declare("iteration.reviewed", _("{actor} reviewed “{record}”: {words}"), icon="check", personal=_PERSONAL)
ASKED = declare("iteration.asked", _("{actor} asked {who} to accept “{record}”"), icon="send", personal=_PERSONAL)
NOTED = declare(
    "iteration.accepted", _("{who} accepted “{record}”"), icon="promise", personal=_PERSONAL, from_client=True
)
