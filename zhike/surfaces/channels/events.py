"""What can happen to a mail that came in."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who")

CAME = declare("incoming.came", _("A mail came in from {who}: “{record}”"), icon="mail", personal=_PERSONAL)
PLACED = declare(
    "incoming.placed", _("{actor} placed the mail “{record}” with {place}"), icon="check", personal=_PERSONAL
)
DISCARDED = declare("incoming.discarded", _("{actor} discarded the mail “{record}”"), icon="close", personal=_PERSONAL)
