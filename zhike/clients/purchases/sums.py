"""What clients bought, added up in the company's currency. What has no rate is counted and said, never guessed."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from zhike.clients.purchases.models import Purchase
from zhike.core.access.preferences import company
from zhike.core.resources.reader import Reader

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Bought:
    """`amount` is what is known; `unknown` of the `count` purchases have no rate."""

    count: int
    amount: Decimal
    unknown: int
    last: date | None = None

    def shown(self, reader: Reader) -> SafeString:
        said = reader.money(self.amount, company().currency)
        if not self.unknown:
            return said
        words = ngettext("%(count)d without a rate", "%(count)d without a rate", self.unknown)
        return format_html('{} <span class="muted">+ {}</span>', said, words % {"count": self.unknown})


def bought(purchases: QuerySet[Purchase]) -> Bought:
    """All of them, in one query."""
    return Bought(**purchases.aggregate(**_SUMS))


def bought_lately(client: Any, today: date, days: int = YEAR.days) -> tuple[Bought, Bought]:
    """(ever, within the last days), in one query."""
    lately = Q(happened_on__gt=today - timedelta(days=days))
    recent = {
        "recent_count": Count("pk", filter=lately),
        "recent_amount": Coalesce(Sum("amount_home", filter=lately), Decimal(0), output_field=_MONEY),
        "recent_unknown": Count("pk", filter=lately & Q(amount_home=None)),
    }
    found = Purchase.objects.standing().filter(client=client).aggregate(**_SUMS, **recent)
    late = {name.removeprefix("recent_"): found.pop(name) for name in recent}
    return Bought(**found), Bought(**late, last=found["last"])


def with_purchases(clients: Any, since: date | None = None) -> Any:
    """Clients with `purchase_count`, `purchase_sum` (in the company's currency) and `last_purchase`, of those since."""
    theirs: Any = Purchase.objects.standing().filter(client=OuterRef("pk"))
    theirs = (theirs.filter(happened_on__gte=since) if since else theirs).order_by().values("client")
    return clients.annotate(
        purchase_count=Coalesce(Subquery(theirs.values(n=Count("pk"))), 0, output_field=IntegerField()),
        purchase_sum=Coalesce(Subquery(theirs.values(n=Sum("amount_home"))), Decimal(0), output_field=_MONEY),
        last_purchase=Subquery(theirs.values(n=Max("happened_on"))),
    )


_MONEY: Any = DecimalField(max_digits=30, decimal_places=4)
_SUMS: dict[str, Any] = {
    "count": Count("pk"),
    "amount": Coalesce(Sum("amount_home"), Decimal(0), output_field=_MONEY),
    "unknown": Count("pk", filter=Q(amount_home=None)),
    "last": Max("happened_on"),
}
