"""Risks in the matrix of likelihood and impact."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zhike.domains.projects.risks.choices import Impact, Likelihood, Rating, rating_of


@dataclass(frozen=True)
class Cell:
    impact: Impact
    rating: Rating
    risks: list[Any]


def matrix(risks: Iterable[Any]) -> list[tuple[Likelihood, list[Cell]]]:
    """Five rows, the likeliest first, of five cells, the slightest first."""
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for one in risks:
        found[one.likelihood, one.impact].append(one)
    return [
        (row, [Cell(column, rating_of(row * column), found[row, column]) for column in Impact])
        for row in sorted(Likelihood, reverse=True)
    ]
