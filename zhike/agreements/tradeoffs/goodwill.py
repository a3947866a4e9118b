"""What we waived: prices of ways that they chose and that we did not ask for."""

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from zhike.agreements.tradeoffs.choices import State
from zhike.agreements.tradeoffs.models import Tradeoff

YEAR = 365


def goodwill(client: Any) -> tuple[list[Any], dict[str, Decimal]]:
    """The trade-offs of a year whose chosen way was waived, the newest first; and what they come to, by currency."""
    since = timezone.now() - timedelta(days=YEAR)
    chosen = Tradeoff.objects.standing().filter(client=client, state=State.CHOSEN, chosen__waived=True)
    found: list[Any] = list(chosen.filter(decision__created_at__gte=since).select_related("chosen").order_by("-pk"))
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in found:
        sums[one.chosen.currency] += one.chosen.amount
    return found, dict(sums)
