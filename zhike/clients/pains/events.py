"""What can happen to a pain point."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "solution", "why")

NOTED = declare("pain.noted", _("{actor} noted a pain point: “{record}”"), icon="frown", personal=_PERSONAL)
TAKEN_ON = declare("pain.taken_on", _("{actor} set out to solve “{record}”"), icon="arrow", personal=_PERSONAL)
SOLVED = declare("pain.solved", _("{actor} said that “{record}” is solved"), icon="check", personal=_PERSONAL)
ACCEPTED = declare(
    "pain.accepted", _("{actor} noted that the client lives with “{record}”"), icon="neutral", personal=_PERSONAL
)
DROPPED = declare("pain.dropped", _("{actor} dropped “{record}”"), icon="close", personal=_PERSONAL)
REOPENED = declare("pain.reopened", _("{actor} noted that “{record}” hurts again"), icon="undo", personal=_PERSONAL)
