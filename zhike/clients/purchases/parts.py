"""What the client page shows of purchases."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.facts import facts_of
from zhike.clients.purchases.models import Purchase
from zhike.clients.purchases.sums import bought_lately
from zhike.core.pages.parts import part, standing_of
from zhike.core.resources.reader import Reader


@part(
    "clients.rail", template="purchases/rail.html", label=_("Purchases"), order=55, about=("purchases.Purchase.client",)
)
def purchases(client: Any, reader: Reader) -> dict[str, Any] | None:
    ever, year = bought_lately(client, reader.today)
    if not ever.count:
        return None
    told = {"ever": ever, "year": year, "amount": year.shown(reader), "last": reader.day(ever.last)}
    return told | {"more": ("?tab=purchases", gettext("All"))}


@part(
    "clients.tab",
    template="facts/table.html",
    label=_("Purchases"),
    name="purchases",
    order=55,
    counts=standing_of(Purchase),
)
def purchases_tab(client: Any, reader: Reader) -> dict[str, Any]:
    hint = _("What they bought, when and for how much, stands here; a file of purchases can be imported.")
    return facts_of("purchases", client, reader, hint=hint)
