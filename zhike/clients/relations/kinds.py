"""The kinds of relations, with their reading in each direction."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Read from the client to the other."""

    SUBSIDIARY = "subsidiary", _("subsidiary of")
    PARTNER = "partner", _("partner of")
    SUPPLIER = "supplier", _("supplier of")
    COMPETITOR = "competitor", _("competitor of")
    REFERRED = "referred", _("referred by")
    SAME_OWNER = "same_owner", _("same owner as")
    INVESTOR = "investor", _("investor in")
    OTHER = "other", _("otherwise related to")


BACKWARDS: dict[str, str | Promise] = {
    Kind.SUBSIDIARY: _("parent of"),
    Kind.SUPPLIER: _("supplied by"),
    Kind.REFERRED: _("referred us to"),
    Kind.INVESTOR: _("financed by"),
}
ALIKE_BOTH_WAYS = tuple(kind for kind in Kind if kind not in BACKWARDS)
TURNED = "turned:"
# What a form offers: each kind, and the other reading of those that have one.
READINGS = [*Kind.choices, *((f"{TURNED}{kind}", words) for kind, words in BACKWARDS.items())]


def reading(kind: str, *, backwards: bool = False) -> str:
    """The words between the two clients."""
    return str(BACKWARDS.get(kind, Kind(kind).label) if backwards else Kind(kind).label)
