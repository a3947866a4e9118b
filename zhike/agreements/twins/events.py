"""What can happen to a text that stands in two languages."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "text", "was", "now")

WRITTEN = declare(
    "twin.written", _("{actor} noted how “{text}” of “{record}” reads in the other language"), icon="globe",
    personal=_PERSONAL,
)  # fmt: skip
DROPPED = declare(
    "twin.dropped", _("{actor} took away how “{text}” of “{record}” reads in the other language"), icon="globe",
    personal=_PERSONAL,
)  # fmt: skip
BEHIND = declare(
    "twin.behind", _("“{text}” of “{record}” was changed in one language only"), icon="warning", personal=_PERSONAL,
    reminds=True,
)  # fmt: skip
