"""How texts in two languages are told in templates."""

from typing import Any

from django import template

from zhike.agreements.twins.noting import word_of
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import in_words, said_in_ledger

register = template.Library()

register.filter("in_ledger", said_in_ledger)
register.filter("word", word_of)


@register.filter
def in_full(said: Said) -> str:
    """For a letter: the reader's wording, then the other one, and which prevails."""
    return in_words(said, "\n\n")


@register.simple_tag(takes_context=True)
def prevails(context: Any, said: Said) -> str:
    """Which wording prevails; "" where the text above on this page said the same."""
    request = context["request"]
    before, request.prevails = getattr(request, "prevails", ""), said.prevails
    return "" if said.prevails == before and not said.behind else said.prevails
