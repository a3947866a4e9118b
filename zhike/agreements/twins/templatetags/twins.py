"""How texts in two languages are told in templates."""

from typing import Any

from django import template

from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import said_in_ledger

register = template.Library()

register.filter("in_ledger", said_in_ledger)


@register.simple_tag(takes_context=True)
def prevails(context: Any, said: Said) -> str:
    """Which wording prevails; "" where the text above on this page said the same."""
    request = context["request"]
    before, request.prevails = getattr(request, "prevails", ""), said.prevails
    return "" if said.prevails == before and not said.behind else said.prevails
