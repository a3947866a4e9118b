"""What clients cost in time against what they bought, by tier; and where the two stand the wrong way round.

Time is the minutes of conversations (a meeting that was closed is one) and those booked on projects. Worth is what was
bought in the same days, in the company's currency at dated rates.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext

from zhike.clients.models import Client
from zhike.clients.tiers.models import Tier
from zhike.core.access.preferences import company
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.registry import Columns

FAR, FEW, LITTLE = 3, 5, 4.0  # times the median; clients that make one; hours below which nobody stands out
SHOWN = 5
EACH = 10_000  # of the company's currency: hours are told for so much bought
Tally = dict[Any, Any]


@dataclass(frozen=True)
class Row:
    """A tier: `hours` spent on the clients (`clients` of them) for which any were, `worth` what its clients bought."""

    tier: Tier
    hours: float
    worth: Decimal
    clients: int

    @property
    def rate(self) -> float | None:
        """Hours for each `EACH` bought; None where nothing was."""
        return self.hours * EACH / float(self.worth) if self.worth > 0 else None


@dataclass(frozen=True)
class Inversion:
    """`lower` gets more time for what it buys than `higher`, a tier above it."""

    lower: Row
    higher: Row


@dataclass(frozen=True)
class StandsOut:
    """A client with far more time than half of its tier's clients get: `usual` hours."""

    client: Client
    hours: float
    usual: float


class Effort:
    """As far as the person sees, over the days asked for."""

    def __init__(self, asked: Asked) -> None:
        days, minutes = asked.stretch.said, Coalesce(Sum("minutes"), 0)
        by = ("client__tier", "client")
        spent: dict[tuple[Any, Any], float] = defaultdict(float)
        for found in (
            asked.tally("conversations", *by, told=minutes, happened_at=days),
            asked.tally("hours", *by, told=minutes, on=days),
        ):
            for place, told in found.items():
                spent[place] += told / 60
        self.spent = {place: hours for place, hours in spent.items() if hours}
        total = Coalesce(Sum("amount_home"), Decimal(0))
        self.worth: Tally = asked.tally("purchases", "client__tier", told=total, happened_on=days)

    def rows(self) -> list[Row]:
        """The highest tier first."""
        by_tier = self._by_tier()
        return [
            Row(one, sum(by_tier[one.pk]), self.worth.get(one.pk, Decimal(0)), len(by_tier[one.pk]))
            for one in Tier.objects.in_order()
        ]

    def stand_out(self) -> list[StandsOut]:
        """Those with more than `FAR` times the median of their tier, the most first. Tiers of less than `FEW` clients
        have no median worth the name."""
        usual = {tier: median(hours) for tier, hours in self._by_tier().items() if len(hours) >= FEW}
        far = {
            client: (hours, usual[tier])
            for (tier, client), hours in self.spent.items()
            if tier in usual and hours > max(FAR * usual[tier], LITTLE)
        }
        most = sorted(far, key=lambda pk: far[pk], reverse=True)[:SHOWN]
        known = Client.objects.in_bulk(most)
        return [StandsOut(known[pk], *far[pk]) for pk in most]

    def _by_tier(self) -> dict[Any, list[float]]:
        found: dict[Any, list[float]] = defaultdict(list)
        for (tier, _client), hours in self.spent.items():
            found[tier].append(hours)
        return found


def inversions(rows: list[Row]) -> Iterator[Inversion]:
    """For each tier that is served better than one above it for what it buys: that and the one served least."""
    for place, lower in enumerate(rows):
        above = [one for one in rows[:place] if one.rate is not None]
        least = min(above, key=lambda one: one.rate or 0.0, default=None)
        if least and lower.hours and (lower.rate is None or lower.rate > (least.rate or 0.0)):
            yield Inversion(lower, least)


def balance(asked: Asked) -> dict[str, Any]:
    """What the page of the picture shows beside it."""
    effort = Effort(asked)
    rows = effort.rows()
    return {
        "rows": [(row, asked.reader.money(row.worth, company().currency)) for row in rows],
        "inversions": list(inversions(rows)), "stand_out": effort.stand_out(), "each": f"{EACH:,}", "few": FEW,
        "far": FAR, "currency": company().currency,
    }  # fmt: skip


def filed(asked: Asked) -> Columns:
    """The same for the file, by tier."""
    currency = company().currency
    bought = gettext("Bought, %(currency)s") % {"currency": currency}
    rows = [(row.tier.marked, row) for row in Effort(asked).rows()]
    each = gettext("Hours for every %(currency)s %(each)s") % {"currency": currency, "each": f"{EACH:,}"}
    return [
        (gettext("Clients with time"), {bucket: row.clients for bucket, row in rows}),
        (bought, {bucket: round(row.worth, 2) for bucket, row in rows}),
        (each, {bucket: round(row.rate, 1) for bucket, row in rows if row.rate is not None}),
    ]
