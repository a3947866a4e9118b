"""Which requirement comes first, by each of four methods: pure functions, each with its formula and its source.

All give a number of which more means sooner; numbers of different methods are not compared.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from zhike.domains.requirements.choices import Kind

Category = Literal["M", "O", "A", "I", "R", "Q"]

_KINDS = {Kind.MUST: 3, Kind.SHOULD: 2, Kind.COULD: 1, Kind.WONT: 0}
# Rows: how they feel if it is there; columns: if it is not. Like, expect, neutral, can live with it, dislike.
_KANO = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
_ORDER: dict[str, int] = {"M": 4, "O": 3, "A": 2, "I": 1, "Q": 0, "R": -1}


def moscow(kind: str) -> Decimal:
    """Must 3, should 2, could 1, won’t 0. Clegg and Barker, CASE Method Fast-Track, 1994."""
    return Decimal(_KINDS[Kind(kind)])


def rice(reach: int, impact: Decimal, confidence: int, effort: Decimal) -> Decimal:
    """reach · impact · confidence ÷ effort. Sean McBride at Intercom, 2016.

    `reach`: people in a quarter; `impact`: 0.25 least, 3 massive; `confidence` in percent; `effort` in weeks of one
    person, above 0.
    """
    return (Decimal(reach) * impact * confidence / 100 / effort).quantize(Decimal("0.01"))


def kano(there: int, missing: int) -> Category:
    """What a feature is to whoever answers both questions, from 1 (I like it) to 5 (I dislike it).

    Must-be, One-dimensional, Attractive, Indifferent, Reverse, or Questionable where the answers do not fit together.
    Kano and others, 1984; the table as printed by Berger and others, Kano’s Methods, 1993.
    """
    found: Category = _KANO[there - 1][missing - 1]  # type: ignore[assignment]
    return found


def kano_rank(category: Category) -> Decimal:
    """M before O before A before I (Matzler and Hinterhuber, 1998); what is unwanted last."""
    return Decimal(_ORDER[category])


def weighted(marks: Mapping[str, int], weights: Mapping[str, int]) -> Decimal:
    """∑ weight · mark ÷ ∑ weight, over the criteria that have a weight: simple additive weighting (Fishburn, 1967).

    Marks from 0 to 5, so the score as well; 0 where nothing has a weight.
    """
    total = sum(weights.values())
    score = sum((Decimal(weight) * marks.get(name, 0) for name, weight in weights.items()), Decimal(0))
    return (score / total).quantize(Decimal("0.01")) if total else Decimal(0)
