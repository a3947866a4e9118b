"""What can happen to rework."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

NOTED = declare(
    "rework.noted", _("{actor} noted hours as rework, since “{what}” had left something open: {record}"), icon="repeat",
    personal=("name", "what"),
)  # fmt: skip
