"""Offers on other pages: what is open to this client, and the way from a conversation to an offer."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.facts import facts_of
from zhike.clients.models import Client
from zhike.clients.offers.acting import open_offers
from zhike.clients.offers.choices import State
from zhike.clients.offers.eligibility import those_for
from zhike.clients.offers.models import Offer, Offering
from zhike.core.pages.parts import part, standing_of
from zhike.core.resources.reader import Reader

SHOWN = 3


@part("clients.rail", template="offers/rail.html", label=_("Offers open to them"), order=56)
def offers(client: Any, reader: Reader) -> dict[str, Any] | None:
    """What was offered and can still be redeemed; then what could be offered."""
    if not open_offers():
        return None
    made = {one.offer_id: one for one in Offering.objects.standing().filter(client=client)}
    known = Offer.objects.open().filter(valid_until__gte=reader.today).select_related("segment").order_by("valid_until")
    fitting = those_for(client, [one for one in known if one.pk not in made])
    found = [(one, made.get(one.pk)) for one in known if one.pk in fitting or _can_be_redeemed(one, made.get(one.pk))]
    found.sort(key=lambda one: one[1] is None)
    may_offer = Offering.may_add(reader.user, None) and client.archived_at is None
    return {"offers": found[:SHOWN], "may_offer": may_offer, "more": ("?tab=offers", gettext("All"))} if found else None


def _can_be_redeemed(offer: Offer, made: Offering | None) -> bool:
    return made is not None and made.state != "declined" and made.uses < offer.each


@part(
    "clients.tab",
    template="facts/table.html",
    label=_("Offers"),
    name="offers",
    order=56,
    counts=standing_of(Offering),
)
def offers_tab(client: Any, reader: Reader) -> dict[str, Any]:
    hint = _("What was offered to them, and whether they took it up. Offer something here or from a conversation.")
    return facts_of("offerings", client, reader, hint=hint)


def _offer_something(record: Any, reader: Reader) -> dict[str, Any] | None:
    """A link to the form, with the client and where it was said."""
    client_id = record.pk if isinstance(record, Client) else record.client_id
    if not open_offers() or record.archived_at or client_id is None or not Offering.may_add(reader.user, None):
        return None
    told = {"client": client_id} | ({} if isinstance(record, Client) else {"source_text": record.reference})
    return {"offer_url": f"{reverse('offerings:add')}?{urlencode(told)}"}


for place in ("clients", "conversations"):
    part(f"{place}.menu", template="offers/menu.html", order=42, name="offer_something")(_offer_something)


@part("offers.rail", template="offers/numbers.html", label=_("Uses"), order=20)
def uses(offer: Any, _reader: Reader) -> dict[str, Any] | None:
    """How often it was redeemed, of how often it may be: over all clients, as the limit counts."""
    if offer.state == State.DRAFT or offer.most is None:
        return None
    used = sum(offer.offerings.values_list("uses", flat=True))
    return {"used": used, "left": max(offer.most - used, 0)}
