"""How much it says when two records have something in common, and how it is said.

Weights are the share of pairs with this in common that are one and the same. Kinds of one family say the same thing in
several ways: of each family only the weightiest counts, and families count together as independent hints:
score = 1 - (1 - w1)(1 - w2)… .
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ENOUGH = 0.5
SURE = 0.85
CROWD = 12  # a key which more records have tells nothing: a switchboard, a shared mailbox


@dataclass(frozen=True)
class Reason:
    family: str
    weight: float
    words: str | Promise


_SAME_NAME = _("same name, legal form aside")
CLIENT = {
    "tax": Reason("tax", 0.97, _("same tax number")),
    "name": Reason("name", 0.72, _SAME_NAME),
    "sound": Reason("name", 0.55, _("names read alike")),
    "mail": Reason("mail", 0.7, _("same e-mail")),
    "phone": Reason("phone", 0.6, _("same phone")),
    "wechat": Reason("wechat", 0.8, _("same WeChat ID")),
    "domain": Reason("domain", 0.5, _("same internet address")),
}
CONTACT = {
    "mail": Reason("mail", 0.88, _("same e-mail")),
    "wechat": Reason("wechat", 0.85, _("same WeChat ID")),
    "phone": Reason("phone", 0.65, _("same phone")),
    "place": Reason("name", 0.8, _("same name at the same client")),
    "soundat": Reason("name", 0.65, _("names read alike, at the same client")),
    "namedom": Reason("name", 0.78, _("same name and mail domain")),
    "name": Reason("name", 0.3, _("same name")),
    "sound": Reason("name", 0.25, _("names read alike")),
}
KINDS: dict[str, dict[str, Reason]] = {"clients.client": CLIENT, "clients.contact": CONTACT}


WEIGHED = """said(kind, family, weight) as (
    select * from unnest(%(kinds)s::text[], %(families)s::text[], %(weights)s::float[])
)"""


def weights(record_type: str) -> dict[str, list[Any]]:
    """What a statement with `WEIGHED` in it is told."""
    said = KINDS[record_type]
    return {
        "kinds": list(said),
        "families": [one.family for one in said.values()],
        "weights": [one.weight for one in said.values()],
    }


def words_of(record_type: str, kinds: list[str]) -> list[str | Promise]:
    """The reasons in words, the weightiest first; of one family only the weightiest."""
    known = KINDS[record_type]
    found = sorted((known[kind] for kind in kinds if kind in known), key=lambda one: -one.weight)
    return list({one.family: one.words for one in reversed(found)}.values())[::-1]
