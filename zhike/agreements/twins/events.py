"""What can happen to a text that stands in two languages."""

from django.utils.translation import gettext_lazy as _

from zhike.core.base.languages import in_readers
from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "text", "was", "now")
_WORDS = {"text": in_readers}

WRITTEN = declare(
    "twin.written", _("{actor} noted how “{text}” of “{record}” reads in the other language"), icon="globe",
    personal=_PERSONAL, words=_WORDS, quiet=True,
)  # fmt: skip
DROPPED = declare(
    "twin.dropped", _("{actor} took away how “{text}” of “{record}” reads in the other language"), icon="globe",
    personal=_PERSONAL, words=_WORDS, quiet=True,
)  # fmt: skip
BEHIND = declare(
    "twin.behind", _("“{text}” of “{record}” was changed in one language only"), icon="warning", personal=_PERSONAL,
    words=_WORDS, reminds=True,
)  # fmt: skip
