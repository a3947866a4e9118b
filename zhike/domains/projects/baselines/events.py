"""What can happen to a baseline."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who", "reason", "words")

FROZEN = declare("baseline.frozen", _("{actor} froze the plan: “{record}”"), icon="lock", personal=_PERSONAL)
FROZEN_ANEW = declare(
    "baseline.frozen_anew", _("{actor} froze the plan anew, “{record}”: {reason}"), icon="lock", personal=_PERSONAL
)
ASKED = declare("baseline.asked", _("{actor} asked {who} to confirm “{record}”"), icon="send", personal=_PERSONAL)
NOTED = declare(
    "baseline.confirmed", _("{who} confirmed “{record}”"), icon="promise", personal=_PERSONAL, from_client=True
)
