"""Offering one thing to the ticked clients of a list."""

from typing import Any

from zhike.clients.offers.models import Offer, Offering
from zhike.core.base.kept import Kept
from zhike.core.pages.acting import Act
from zhike.core.record.fields import LinkField


@Kept
def open_offers() -> list[int]:
    """Their numbers: every list and page of a client asks."""
    return list(Offer.objects.open().values_list("pk", flat=True))


def offer_field(person: Any) -> LinkField | None:
    """Chooses an open offer; None where there is none, or for whoever may not."""
    known = open_offers() if Offering.may_add(person, None) else []
    return LinkField(Offer.objects.filter(pk__in=known), label=Offer._meta.verbose_name) if known else None


def offer_to(offer: Offer, by: Any) -> Act:
    """Whoever it is not for is left out, with the reason."""
    return lambda client: Offering.objects.add(by=by, client=client, offer=offer).first_event
