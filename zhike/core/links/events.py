"""What can happen to a link."""

from django.utils.translation import gettext_lazy as _

from zhike.core.links.purposes import PURPOSES
from zhike.core.timeline.kinds import declare


def _purpose(said: str) -> str:
    return str(PURPOSES[said].label) if said in PURPOSES else said


_WORDS = {"purpose": _purpose}

ISSUED = declare(
    "link.issued", _("{actor} made a link: {purpose}, {name}"), icon="link", personal=("name", "who"), words=_WORDS
)
REVOKED = declare(
    "link.revoked", _("{actor} revoked a link: {purpose}, {name}"), icon="link", personal=("name",), words=_WORDS
)
USED = declare(
    "link.used",
    _("The link for {who} was used: {purpose}, {name}"),
    icon="link",
    personal=("name", "who"),
    words=_WORDS,
)
ASKED = declare(
    "link.asked", _("A new link was asked for: {purpose}, {name}"), icon="link", personal=("name",), words=_WORDS
)
