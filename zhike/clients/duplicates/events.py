"""What people say about two records that look alike."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "other")
TOLD_APART = declare(
    "duplicates.told_apart", _("{actor} noted that {record} and {other} are not the same"), icon="close",
    personal=_PERSONAL,
)  # fmt: skip
PUT_OFF = declare(
    "duplicates.put_off", _("{actor} put off whether {record} and {other} are the same"), icon="snooze",
    personal=_PERSONAL,
)  # fmt: skip
ASKED_AGAIN = declare(
    "duplicates.asked_again", _("{actor} wants to look again whether {record} and {other} are the same"), icon="undo",
    personal=_PERSONAL,
)  # fmt: skip
