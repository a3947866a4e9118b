"""What a project has cost so far, against its budget and against what was estimated."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from zhike.clients.purchases.at_home import at_home
from zhike.core.access.preferences import company
from zhike.core.lifecycle.policies import may_lead
from zhike.domains.projects.models import Pay

Rates = Mapping[str, list[tuple[date, Decimal | None, Decimal | None]]]  # by role: from when on, cost and price an hour
HOUR = Decimal(60)


@dataclass(frozen=True)
class Spent:
    """`cost` and `worth` are in `currency`; `unpriced` are minutes whose role had no rate that can be told in it."""

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
    return spent_in(project.hours_booked.standing())


def spent_in(hours: Any) -> Spent:
    """What these booked hours cost; in two questions."""
    booked = hours.values("role", "on").annotate(sum=Sum("minutes")).order_by()
    return sum_up(((one["role"], one["on"], one["sum"]) for one in booked), _rates(), company().currency)


def sum_up(booked: Iterable[tuple[str, date, int]], rates: Rates, currency: str) -> Spent:
    """Each (role, day, minutes) at the rate of its day."""
    all_of_it = unpriced = 0
    cost = worth = Decimal(0)
    for role, on, minutes in booked:
        all_of_it += minutes
        known = rates.get(role, [])
        place = bisect_right(known, on, key=lambda one: one[0])
        _since, costs, price = known[place - 1] if place else (on, None, None)
        if costs is None:
            unpriced += minutes
            continue
        cost += costs * minutes / HOUR
        worth += (price or Decimal(0)) * minutes / HOUR
    return Spent(all_of_it, round(cost, 2), round(worth, 2), unpriced, currency)


def _rates() -> Rates:
    """In the company's currency, as each was worth on the day from which it is valid."""
    found: dict[str, list[tuple[date, Decimal | None, Decimal | None]]] = defaultdict(list)
    for one in Pay.objects.standing().order_by("since"):
        price = None if one.price is None else at_home(one.price, one.currency, one.since)
        found[one.role].append((one.since, at_home(one.cost, one.currency, one.since), price))
    return found
