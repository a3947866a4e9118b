"""The page of an offer: what it gives, for whom, and what it did."""

from typing import Any

from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.offers.effect import SMALL, Effect
from zhike.clients.offers.eligibility import eligible, for_whom
from zhike.clients.offers.models import Offering
from zhike.core.access.preferences import company
from zhike.core.pages.detail import DetailPage

SHOWN = 8


class OfferPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        user = self.request.user
        seen = Client.objects.visible_to(user).standing().filter(merged_into=None)
        made = Offering.objects.visible_to(user).standing().filter(offer=record)
        return super().context(record) | {
            "for_whom": for_whom(record),
            "fitting": eligible(record, seen).count(),
            "effect": Effect(record, user, timezone.localdate()) if record.opened_on else None,
            "small": SMALL,
            "currency": company().currency,
            "made": made.select_related("client").order_by("-pk")[:SHOWN],
            "may_offer": record.state == "open" and Offering.may_add(user, None),
        }


class OfferingPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        used = record.redemptions.select_related("purchase", "by")
        return super().context(record) | {"redemptions": list(used)}
