"""The clients of an offer by what became of it with them, as filters of lists say it: `12-offered`."""

from django.db.models import Q, TextChoices
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from zhike.clients.offers.choices import State
from zhike.clients.offers.models import Eligible, Offer, Offering
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader

LATEST = 20


class Group(TextChoices):
    ELIGIBLE = "eligible", pgettext_lazy("clients of an offer", "Eligible")
    OFFERED = "offered", pgettext_lazy("clients of an offer", "Offered")
    OTHERS = "others", pgettext_lazy("clients of an offer", "Eligible, not offered")
    REDEEMED = "redeemed", pgettext_lazy("clients of an offer", "Redeemed")


def in_group(offer: int, group: str, path: str) -> Q:
    """Clients under `path` that are in the group of the offer."""
    meant = Q(**{f"{path}__in": Eligible.objects.filter(offer=offer).values("client")})
    made = Offering.objects.standing().filter(offer=offer)
    offered = Q(**{f"{path}__in": made.values("client")})
    redeemed = Q(**{f"{path}__in": made.filter(uses__gt=0).values("client")})
    known = {Group.ELIGIBLE: meant, Group.OFFERED: offered, Group.OTHERS: meant & ~offered, Group.REDEEMED: redeemed}
    return known.get(group, Q(pk__in=()))  # type: ignore[call-overload]


def of_an_offer(name: str, label: str | Promise, path: str) -> Filter:
    """A filter of a list of clients, or of what belongs to them."""

    def condition(values: list[str], _reader: Reader) -> Q:
        found = Q(pk__in=())
        for value in values:
            number, _dash, group = value.partition("-")
            if number.isdecimal() and len(number) < 19:
                found |= in_group(int(number), group, path)
        return found

    return Filter(name, label, condition, _options)


def _options(_reader: Reader) -> list[tuple[str, str]]:
    known = Offer.objects.standing().exclude(state=State.DRAFT).order_by("-pk")[:LATEST]
    return [(f"{offer.pk}-{group.value}", f"{offer}: {group.label}") for offer in known for group in Group]
