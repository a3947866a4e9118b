"""For whom an offer is, and what speaks against offering or redeeming it: a sentence, or nothing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Exists
from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.clients.models import Client
from zhike.clients.offers.choices import State
from zhike.clients.rules.fitting import fits
from zhike.clients.rules.reading import read
from zhike.core.timeline.moment import moment
from zhike.core.ui.dates import day_words


def eligible(offer: Any, clients: Any = None) -> Any:
    """Those of the clients (all that stand) who are in its segment and whom its rule fits. One whose rule cannot be
    read any more is for nobody."""
    found = Client.objects.standing().filter(merged_into=None) if clients is None else clients
    if offer.segment_id:
        stays = apps.get_model("segments.Membership")._default_manager.present()
        found = found.filter(pk__in=stays.filter(segment=offer.segment_id).values("client"))
    try:
        return fits(read(offer.rule), found) if offer.rule else found
    except ValidationError:
        return found.none()


def those_for(client: Any, offers: Iterable[Any]) -> set[int]:
    """The numbers of those offers that are for this client. One query for all."""
    just_it = Client.objects.filter(pk=client.pk)
    asked = {f"offer_{one.pk}": Exists(eligible(one, just_it)) for one in offers}
    told = just_it.values(**asked).first() if asked else None
    return {int(name.removeprefix("offer_")) for name, fits_it in (told or {}).items() if fits_it}


def why_not_offered(offer: Any, client: Any) -> str:
    today = timezone.localdate(moment())
    if offer.state != State.OPEN:
        return _("This offer is not open.")
    if today > offer.last_day:
        return _("This offer was valid until %(day)s.") % {"day": day_words(offer.last_day, within=True)}
    if offer.offerings.standing().filter(client=client).exists():
        return _("It was offered to this client already.")
    if not eligible(offer, Client.objects.standing().filter(pk=client.pk)).exists():
        return _("This offer is not for this client. It is for: %(who)s") % {"who": for_whom(offer)}
    return ""


def why_not_redeemed(offer: Any, on: date, used: int) -> str:
    """Whoever was offered it keeps it to its last day, even when it would not be for them any more."""
    if offer.state == State.WITHDRAWN:
        return _("This offer was withdrawn.")
    if on < offer.valid_from:
        return _("This offer is valid from %(day)s.") % {"day": day_words(offer.valid_from, within=True)}
    if on > offer.last_day:
        return _("This offer was valid until %(day)s.") % {"day": day_words(offer.last_day, within=True)}
    if offer.most is not None and used >= offer.most:
        return _("All %(count)s uses of this offer are used up.") % {"count": offer.most}
    return ""


def for_whom(offer: Any) -> str:
    """Its segment and its rule in words."""
    rule = offer._meta.get_field("rule").in_words(offer.rule)
    segment = _("the segment %(name)s") % {"name": offer.segment} if offer.segment_id else ""
    return " · ".join(filter(None, (segment, rule))) or _("all clients")
