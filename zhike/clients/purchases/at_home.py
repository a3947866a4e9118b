"""An amount in the company's currency at the rate of its day: the last on or before it. Without one it is not known."""

from bisect import bisect_right
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.apps import apps
from django.db import connection

from zhike.core.access.preferences import company
from zhike.core.base.kept import Kept

CENT = Decimal("0.0001")
# The same rule for many rows at once; an empty currency means all.
REFRESH = """
update purchases_purchase p set amount_home = found.amount
from (
    select one.id,
        case when one.currency = %(home)s then one.amount else round(one.amount * known.rate, 4) end as amount
    from purchases_purchase one
    left join lateral (
        select rate from purchases_rate r
        where r.currency = one.currency and r.home = %(home)s and r.day <= one.happened_on and r.archived_at is null
        order by r.day desc limit 1
    ) known on true
    where %(currency)s in ('', one.currency)
) found
where p.id = found.id and p.amount_home is distinct from found.amount
"""


def at_home(amount: Decimal, currency: str, day: date) -> Decimal | None:
    """None where no rate of that day or before is known: nothing is guessed."""
    home = company().currency
    if currency == home:
        return amount
    rates = _rates(currency, home)
    place = bisect_right(rates, day, key=lambda known: known[0])
    return (amount * rates[place - 1][1]).quantize(CENT, ROUND_HALF_UP) if place else None


def refresh_at_home(currency: str = "") -> int:
    """Put right what rates or the company's currency have changed, in one statement; how many rows."""
    with connection.cursor() as cursor:
        cursor.execute(REFRESH, {"home": company().currency, "currency": currency})
        return int(cursor.rowcount)


@Kept
def _rates(currency: str, home: str) -> list[tuple[date, Decimal]]:
    """In the order of their days."""
    known = apps.get_model("purchases.Rate")._default_manager.filter(currency=currency, home=home, archived_at=None)
    return list(known.order_by("day").values_list("day", "rate"))
