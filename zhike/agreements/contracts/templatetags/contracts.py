"""How contracts are told in templates."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import get_language

from zhike.agreements.contracts import shown
from zhike.agreements.contracts.document import figure_of, renewal_words
from zhike.agreements.contracts.head import offered_in, said_in
from zhike.agreements.hints import MOST
from zhike.agreements.shown import state_badge
from zhike.agreements.subjects import subject_of
from zhike.agreements.words.differences import differences
from zhike.agreements.words.unclear import unclear_in
from zhike.core.base import money
from zhike.core.ui.dates import dated_words

register = template.Library()

register.filter("contract_state", shown.state_badge)
register.filter("paid_state", shown.paid_badge)
register.filter("entry_state", state_badge)
register.filter("subject", subject_of)
register.filter("figure", figure_of)
register.filter("renewal", renewal_words)


@register.filter
def offered(edition: Any) -> dict[str, Any]:
    """What stands in its head, by name."""
    return offered_in(edition.head)


@register.filter
def reads(edition: Any, text: str) -> Any:
    """A text of its head in both languages, as its reader reads it."""
    return said_in(edition.head, text)


@register.filter
def priced(amount: Any, currency: str) -> str:
    return money.shown(Decimal(str(amount)), currency, get_language() or "en")


@register.filter
def iso_day(said: str) -> str:
    return dated_words(date.fromisoformat(said))


@register.filter
def unclear(clause: Any) -> Any:
    """Words of it that each side reads in its own way."""
    return unclear_in(clause.text)[:MOST]


@register.filter
def differ(clause: Any) -> Any:
    """What its two wordings say differently."""
    return differences(clause.text, clause.twin) if clause.twin else ()
