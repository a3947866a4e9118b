"""Links on the page of the record that they open."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.links import sharing  # noqa: F401  (its purpose)
from zhike.core.links.models import Link
from zhike.core.links.purposes import purposes_of
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

SHOWN = 5


def links(record: Any, reader: Reader) -> dict[str, Any]:
    """The latest with their last visits, and what links can be made."""
    found = list(Link.objects.on(record).prefetch_related("visits")[:SHOWN])
    for link in found:
        link.latest = sorted(link.visits.all(), key=lambda one: one.at, reverse=True)[:SHOWN]  # type: ignore[attr-defined]
    offered = [one for one in purposes_of(record._meta.label_lower) if one.may(reader.user, record)]
    return {
        "links": found,
        "offered": [] if record.archived_at else offered,
        "may_revoke": reader.user.role != "readonly",
    }


for place in ("files.rail", "contacts.rail"):
    part(place, template="links/rail.html", label=_("Links without log-in"), order=80)(links)
