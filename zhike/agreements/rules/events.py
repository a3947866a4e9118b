"""What can happen to the rules of engagement."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "rule", "reason")

ROUND_USED = declare(
    "engagement.round_used", _("{actor} noted round {number} of “{record}” ({agreed} agreed): {name}"), icon="repeat",
    personal=_PERSONAL,
)  # fmt: skip
ROUND_OUTSIDE = declare(
    "engagement.round_outside", _("Round {number} of “{record}” is more than the {agreed} agreed: {name}"),
    icon="warning", personal=_PERSONAL,
)  # fmt: skip
ROUND_TAKEN_BACK = declare(
    "engagement.round_taken_back", _("{actor} took a round of “{record}” back: {reason}"), icon="undo",
    personal=_PERSONAL,
)  # fmt: skip
CROSSED_BY_US = declare(
    "engagement.crossed_by_us", _("We did not keep to “{rule}” in “{name}”"), icon="warning", personal=_PERSONAL
)
CROSSED_BY_THEM = declare(
    "engagement.crossed_by_them", _("They did not keep to “{rule}” in “{name}”"), icon="warning", personal=_PERSONAL
)
SENT_ANYWAY = declare(
    "engagement.sent_anyway", _("{actor} sent “{name}” all the same: “{rule}”"), icon="send", personal=_PERSONAL
)
OFTEN = declare(
    "engagement.often", _("“{rule}” was not kept {times} times: it goes to whoever leads"), icon="warning",
    personal=_PERSONAL, reminds=True,
)  # fmt: skip
