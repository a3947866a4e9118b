"""How offers are told in templates."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.safestring import SafeString

from zhike.clients.offers.shown import state_badge

register = template.Library()

register.filter("offer_state", state_badge)


@register.filter
def offer_amount(amount: Decimal) -> str:
    """Whole, in groups of three in both languages."""
    return f"{amount:,.0f}"


@register.filter
def offered_in(said: str, reader: Any) -> SafeString:
    """With references (CV-12) as links."""
    words: SafeString = reader.with_links(said)
    return words
