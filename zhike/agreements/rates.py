"""How promises were kept: the rate, and the list it is made of."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone

from zhike.agreements.choices import SETTLED, Side, State
from zhike.agreements.models import Promise

YEAR = 365


@dataclass(frozen=True)
class Rate:
    """`kept` includes those kept after their day, which `late` counts; `percent` is None while nothing is settled."""

    kept: int
    late: int
    broken: int

    @property
    def settled(self) -> int:
        return self.kept + self.broken

    @property
    def percent(self) -> int | None:
        return round(100 * self.kept / self.settled) if self.settled else None


KEPT = Count("pk", filter=Q(state=State.KEPT))
LATE = Count("pk", filter=Q(state=State.KEPT, due_on__lt=F("state_on")))
BROKEN = Count("pk", filter=Q(state=State.BROKEN))


def kept_rates(promises: Any, since: date | None = None) -> dict[str, Rate]:
    """By side, of those settled since the day, else within a year. Waived and withdrawn ones count for neither."""
    since = since or timezone.localdate() - timedelta(days=YEAR)
    settled = promises.filter(state__in=SETTLED, state_on__gte=since).order_by()
    rows = settled.values_list("side").annotate(kept=KEPT, late=LATE, broken=BROKEN)
    found = {side: Rate(kept, late, broken) for side, kept, late, broken in rows}
    return {str(side): found.get(side, Rate(0, 0, 0)) for side in Side}


def list_behind(side: str, **more: Any) -> str:
    """The address of the promises that a rate is made of."""
    told = [("side", side), *(("state", str(state)) for state in SETTLED), ("state_on", f"{YEAR}d"), *more.items()]
    return f"{reverse('promises:list')}?{urlencode(told)}"


def rate_of_person(person: Any, since: date | None = None) -> Rate:
    """Of what somebody of ours promised."""
    return kept_rates(Promise.objects.standing().filter(person=person), since)[Side.US]
