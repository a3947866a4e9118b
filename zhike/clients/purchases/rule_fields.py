"""What rules may ask of a client's purchases. Amounts are in the company's currency, as far as they have a rate."""

from collections.abc import Callable
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Max, Min, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.purchases.models import Purchase
from zhike.clients.rules.kinds import AMOUNT, Kind
from zhike.clients.rules.registry import RuleField, declare
from zhike.clients.rules.rule_fields import counted

YEAR = relativedelta(months=12)


def _theirs(today: date | None = None) -> Any:
    """The client's purchases, or those of the twelve months that end with today."""
    theirs = Purchase.objects.standing().filter(client=OuterRef("pk"))
    return theirs.filter(happened_on__gt=today - YEAR, happened_on__lte=today) if today else theirs


def _folded(purchases: Any, fold: Any) -> Subquery:
    return Subquery(purchases.order_by().values(folded_by=Value(1)).annotate(folded=fold).values("folded"))


def _sum(purchases: Any) -> Any:
    return Coalesce(_folded(purchases, Sum("amount_home")), Value(0), output_field=AMOUNT)


def _field(name: str, label: str | Promise, kind: Kind, value: Any | Callable[[date], Any]) -> RuleField:
    return RuleField(
        name=name, label=label, kind=kind, value=value, group=_("Purchases"),
        records=("purchases.purchase",),
    )  # fmt: skip


declare(
    _field("purchases", _("Number of purchases"), Kind.NUMBER, counted(_theirs())),
    _field("purchases_year", _("Purchases in 12 months"), Kind.NUMBER, lambda today: counted(_theirs(today))),
    _field("bought", _("Bought in all"), Kind.MONEY, _sum(_theirs())),
    _field("bought_year", _("Bought in 12 months"), Kind.MONEY, lambda today: _sum(_theirs(today))),
    _field("last_purchase", _("Last purchase"), Kind.DAY, _folded(_theirs(), Max("happened_on"))),
    _field("first_purchase", _("First purchase"), Kind.DAY, _folded(_theirs(), Min("happened_on"))),
)
