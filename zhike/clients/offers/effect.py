"""Whether an offer did anything: what clients bought before and after it opened.

Two groups are set beside each other over the same days: those who were offered it, and those for whom it was as well
and who were not offered it. Each number is what a list comes to that the reader may open.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Sum
from django.http import QueryDict

from zhike.clients.offers.groups import Group
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES

SMALL = 20  # clients: below that a share or a difference may well be chance


@dataclass(frozen=True)
class Counted:
    """A number with the address of its list; `amount` in the company's currency, without what has no rate."""

    url: str
    count: int
    amount: Decimal = Decimal(0)
    clients: int = 0


@dataclass(frozen=True)
class Side:
    """One group: who is in it, and what they bought in as many days before and after."""

    group: Group
    clients: Counted
    before: Counted
    after: Counted

    @property
    def is_small(self) -> bool:
        return self.clients.count < SMALL

    @property
    def each_before(self) -> Decimal:
        return self.before.amount / max(self.clients.count, 1)

    @property
    def each_after(self) -> Decimal:
        return self.after.amount / max(self.clients.count, 1)

    @property
    def change(self) -> int | None:
        """In percent; None where nothing was bought before."""
        if self.before.amount <= 0:
            return None
        return round((self.after.amount - self.before.amount) * 100 / self.before.amount)


class Effect:
    """As `user` sees it on `today`; only for an offer that has been opened."""

    def __init__(self, offer: Any, user: Any, today: date) -> None:
        self.offer, self.user = offer, user
        self.begins = max(offer.opened_on, offer.valid_from)
        self.passed = min(max((today - self.begins).days, 0), offer.days)

    @property
    def is_whole(self) -> bool:
        return bool(self.passed == self.offer.days)

    @cached_property
    def sides(self) -> list[Side]:
        """Nothing before the first day has passed."""
        return [self._side(group) for group in (Group.OFFERED, Group.OTHERS)] if self.passed else []

    @property
    def are_small(self) -> bool:
        return any(side.is_small for side in self.sides)

    @cached_property
    def offered(self) -> Counted:
        return self._count("offerings", offer=self.offer.pk)

    @cached_property
    def redeemed(self) -> Counted:
        return self._count("offerings", offer=self.offer.pk, state="redeemed")

    @property
    def rate(self) -> int | None:
        """Of a hundred who were offered it so many redeemed it."""
        return round(self.redeemed.count * 100 / self.offered.count) if self.offered.count else None

    @property
    def rate_is_small(self) -> bool:
        return self.offered.count < SMALL

    def _side(self, group: Group) -> Side:
        whose, length, day = f"{self.offer.pk}-{group.value}", timedelta(days=self.passed), timedelta(days=1)
        before = f"{self.begins - length}..{self.begins - day}"
        after = f"{self.begins}..{self.begins + length - day}"
        bought = {"client__offer": whose, "totals": 1}
        return Side(
            group,
            self._count("clients", offer=whose),
            self._bought(**bought, happened_on=before),
            self._bought(**bought, happened_on=after),
        )

    def _count(self, resource: str, **words: Any) -> Counted:
        url, found = self._list(resource, words)
        return Counted(url, found.count())

    def _bought(self, **words: Any) -> Counted:
        url, found = self._list("purchases", words)
        told = found.order_by().aggregate(
            count=Count("pk"), amount=Sum("amount_home"), clients=Count("client", distinct=True)
        )
        return Counted(url, told["count"], told["amount"] or Decimal(0), told["clients"])

    def _list(self, resource: str, words: dict[str, Any]) -> tuple[str, Any]:
        """The address of a list, and what it holds."""
        said = urlencode(words)
        declared = RESOURCES[resource]
        return f"{declared.url()}?{said}", Listing(declared, self.user, QueryDict(said)).matching
