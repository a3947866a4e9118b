"""How kept ideas did, odd ones against ordinary ones; and who brought them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from zhike.domains.ideas.choices import Result, State

FEW = 10  # known outcomes below which a rate says little


@dataclass(frozen=True)
class Rate:
    """`won` and `lost` of `kept`; of the rest nobody knows yet."""

    odd: bool
    kept: int
    won: int
    lost: int

    @property
    def known(self) -> int:
        return self.won + self.lost

    @property
    def unknown(self) -> int:
        return self.kept - self.known

    @property
    def percent(self) -> int | None:
        """Of those whose outcome is known; None where none is."""
        return round(100 * self.won / self.known) if self.known else None

    @property
    def is_few(self) -> bool:
        return self.known < FEW


def rates_of(results: Iterable[tuple[bool, str, int]]) -> list[Rate]:
    """From (odd, result, how many) of kept ideas: that of odd ones, then that of ordinary ones."""
    found: Counter[tuple[bool, str]] = Counter()
    for odd, result, count in results:
        found[odd, result] += count
    return [
        Rate(
            odd,
            sum(n for (kind, _r), n in found.items() if kind == odd),
            found[odd, Result.WON],
            found[odd, Result.LOST],
        )
        for odd in (True, False)
    ]


def rates(ideas: Any) -> list[Rate]:
    return rates_of(ideas.kept().order_by().values_list("odd", "result").annotate(n=Count("pk")))


def credits(ideas: Any) -> list[dict[str, Any]]:
    """Who brought ideas that were kept, most first: `person` or `contact`, `brought`, `kept`, `won`, `odd`."""
    kept = Q(state=State.KEPT)
    found = ideas.standing().order_by().values("person", "person__name", "contact", "contact__name")
    counted = found.annotate(
        brought=Count("pk"),
        kept=Count("pk", filter=kept),
        won=Count("pk", filter=kept & Q(result=Result.WON)),
        strange=Count("pk", filter=kept & Q(odd=True)),
    )
    return list(counted.filter(kept__gt=0).order_by("-kept", "-won", "person__name", "contact__name"))
