"""How promises were kept: the rate, and the list it is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, Q, TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import SETTLED, Side, State

YEAR = 365


class Kept(TextChoices):
    """How a promise was kept: on its day or before, or after it."""

    IN_TIME = "in_time", pgettext_lazy("kept", "In time")
    LATE = "late", pgettext_lazy("kept", "Late")


_LATE = Q(due_on__lt=F("state_on"))
HOW_KEPT = {
    Kept.IN_TIME.value: Q(state=State.KEPT) & (Q(due_on=None) | Q(due_on__gte=F("state_on"))),
    Kept.LATE.value: Q(state=State.KEPT) & _LATE,
}


@dataclass(frozen=True)
class Rate:
    """`kept` includes those kept after their day, which `late` counts; `percent` is None while nothing is settled.
    `renegotiated` are those in whose place others were agreed; they are not settled.
    """

    kept: int
    late: int
    broken: int
    renegotiated: int = 0

    @property
    def settled(self) -> int:
        return self.kept + self.broken

    @property
    def percent(self) -> int | None:
        return round(100 * self.kept / self.settled) if self.settled else None


def settled(promises: Any) -> Any:
    """Those kept or broken within a year, the oldest first. Waived and withdrawn ones count for neither."""
    since = timezone.localdate() - timedelta(days=YEAR)
    return promises.filter(state__in=SETTLED, state_on__gte=since).order_by("state_on", "pk")


def renegotiated(promises: Any) -> Any:
    """Those in whose place others were agreed within a year."""
    return promises.filter(state=State.SUPERSEDED, state_on__gte=timezone.localdate() - timedelta(days=YEAR))


def kept_rates(promises: Iterable[Any]) -> dict[str, Rate]:
    """Of settled promises, by side."""
    by_side: dict[str, list[Any]] = {str(side): [] for side in Side}
    for one in promises:
        by_side[one.side].append(one)
    return {side: _rate(those) for side, those in by_side.items()}


def _rate(promises: list[Any]) -> Rate:
    kept = sum(one.state == State.KEPT for one in promises)
    return Rate(kept, sum(one.kept_late for one in promises), len(promises) - kept)


def list_behind(side: str, *, states: Iterable[Any] = SETTLED, **more: Any) -> str:
    """The address of the promises that a rate is made of."""
    told = [("side", side), *(("state", str(state)) for state in states), ("state_on", f"{YEAR}d"), *more.items()]
    return f"{reverse('promises:list')}?{urlencode(told)}"
