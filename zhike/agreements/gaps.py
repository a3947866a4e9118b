"""How far what came is from what was expected: of one expectation, and of many by how much each matters."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import State
from zhike.agreements.models import Expectation
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

AS_EXPECTED, USUAL, SHOWN = 3, 3, 3  # of 5; the importance where nobody said one; those below that are named
COUNT = (State.CONFIRMED, State.KEPT, State.BROKEN)


@dataclass(frozen=True)
class Gap:
    """`mean` is above zero where more came than was expected; `below` are those of which less came, widest first."""

    count: int
    mean: float
    below: list[Any]
    unasked: int

    @property
    def words(self) -> str:
        return f"{round(self.mean, 1):+.1f}" if round(self.mean, 1) else "±0"

    @property
    def is_met(self) -> bool:
        return round(self.mean, 1) >= 0


def gap(expectation: Any) -> int | None:
    """From -2, far below what they expected, to +2, far above; None while nobody asked.

    One that ended without that question was met, 0, or was not, -1.
    """
    if expectation.outcome is not None:
        return int(expectation.outcome - AS_EXPECTED)
    return {State.KEPT: 0, State.BROKEN: -1}.get(expectation.state)


def gap_of(expectations: Iterable[Any]) -> Gap | None:
    """The mean is weighed by importance. None where there is no expectation."""
    known = list(expectations)
    found = ((gap(one), one.importance or USUAL, one) for one in known)
    asked = [(difference, matters, one) for difference, matters, one in found if difference is not None]
    weight = sum(matters for _gap, matters, _one in asked)
    mean = sum(difference * matters for difference, matters, _one in asked) / weight if weight else 0.0
    below = sorted((row for row in asked if row[0] < 0), key=lambda row: (row[0], -row[1], row[2].pk))
    return Gap(len(asked), mean, [one for _gap, _matters, one in below], len(known) - len(asked)) if known else None


def told(expectations: Any) -> dict[str, Any] | None:
    """What a part shows of them."""
    found = gap_of(expectations.standing().filter(state__in=COUNT).order_by("pk"))
    return {"gap": found, "below": found.below[:SHOWN], "count": found.count} if found and found.count else None


@part("clients.rail", template="agreements/gap.html", label=_("As they expected?"), order=27)
def as_expected(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """Over all expectations of a client of which somebody asked how it came out."""
    return told(Expectation.objects.filter(client=client))
