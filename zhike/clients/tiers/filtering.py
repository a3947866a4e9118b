"""Lists of what belongs to clients, by the tier of the client."""

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.tiers.models import Tier
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader


def of_tier() -> Filter:
    return Filter("client__tier", _("Tier of the client"), _of_tier, tiers_offered)


def _of_tier(values: list[str], _reader: Reader) -> Q:
    found = Q(client__tier__in=[int(one) for one in values if one.isdecimal() and len(one) < 10])
    return found | Q(client__tier=None) if "none" in values else found


def tiers_offered(_reader: Reader) -> list[tuple[str, str]]:
    return [*((str(one.pk), one.marked) for one in Tier.objects.in_order()), ("none", gettext("None"))]
