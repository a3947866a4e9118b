"""How trade-offs are told in templates."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from zhike.agreements.tradeoffs.shown import state_badge

register = template.Library()

register.filter("tradeoff_state", state_badge)


@register.filter
def said_in(said: str, reader: Any) -> SafeString:
    """With references (CV-12) as links."""
    return reader.with_links(said)
