"""What can happen to a charter."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who", "words")

WRITTEN = declare("charter.written", _("{actor} put together “{record}”"), icon="lock", personal=_PERSONAL)
ASKED = declare("charter.asked", _("{actor} asked {who} to confirm “{record}”"), icon="send", personal=_PERSONAL)
CONFIRMED = declare(
    "charter.confirmed", _("{who} confirmed “{record}”: it is a baseline now"), icon="promise", personal=_PERSONAL,
    from_client=True,
)  # fmt: skip
