"""What a project has cost so far, against its budget and against what was estimated."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from zhike.core.lifecycle.policies import may_lead
from zhike.domains.projects.models import Pay

Rates = Mapping[str, list[tuple[date, Decimal, Decimal | None]]]
HOUR = Decimal(60)


@dataclass(frozen=True)
class Spent:
    """`cost` and `worth` are in `currency`; `unpriced` are minutes of roles without a rate on their day."""

    minutes: int
    cost: Decimal
    worth: Decimal
    unpriced: int
    currency: str

    @property
    def hours(self) -> Decimal:
        return round(self.minutes / HOUR, 1)


def may_see_money(user: Any, project: Any) -> bool:
    """Those who lead the company, and whoever leads the project."""
    return may_lead(user) or user.pk == project.lead_id


def spent_on(project: Any) -> Spent:
    """In two questions to the database."""
    booked = project.hours_booked.standing().values("role", "on").annotate(sum=Sum("minutes")).order_by()
    rates, currency = _rates()
    return sum_up(((one["role"], one["on"], one["sum"]) for one in booked), rates, currency)


def sum_up(booked: Iterable[tuple[str, date, int]], rates: Rates, currency: str) -> Spent:
    """Each (role, day, minutes) at the rate of its day."""
    all_of_it = unpriced = 0
    cost = worth = Decimal(0)
    for role, on, minutes in booked:
        all_of_it += minutes
        known = rates.get(role, [])
        place = bisect_right(known, on, key=lambda one: one[0])
        if not place:
            unpriced += minutes
            continue
        _since, costs, price = known[place - 1]
        cost += costs * minutes / HOUR
        worth += (price or Decimal(0)) * minutes / HOUR
    return Spent(all_of_it, round(cost, 2), round(worth, 2), unpriced, currency)


def _rates() -> tuple[Rates, str]:
    found: dict[str, list[tuple[date, Decimal, Decimal | None]]] = defaultdict(list)
    currency = ""
    for role, since, cost, price, counted in (
        Pay.objects.standing().order_by("since").values_list("role", "since", "cost", "price", "currency")
    ):
        found[role].append((since, cost, price))
        currency = counted
    return found, currency
