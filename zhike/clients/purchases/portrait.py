"""What they bought, in the client's portrait."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, known, sourced
from zhike.clients.purchases.models import Purchase
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words

SHOWN = 10


@known(60, _("What they bought"))
def bought(client: Any, reader: Reader) -> Iterator[Fact]:
    """The latest."""
    for one in Purchase.objects.standing().filter(client=client).order_by("-happened_on", "-pk")[:SHOWN]:
        price = format_html("{} · {}", reader.link(one), reader.money(one.amount, one.currency))
        yield replace(sourced(one, reader, dated_words(one.happened_on), price), known_on=None)
