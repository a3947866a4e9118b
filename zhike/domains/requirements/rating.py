"""What is answered for a requirement, made into the score of the method that asked."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from zhike.domains.requirements.choices import Criterion, Method
from zhike.domains.requirements.priority import kano, kano_rank, moscow, rice, weighted

ASKS: dict[str, tuple[str, ...]] = {
    Method.MOSCOW: ("kind",),
    Method.RICE: ("reach", "impact", "confidence", "effort"),
    Method.KANO: ("there", "missing"),
    Method.WEIGHTED: tuple(str(one) for one in Criterion),
}


def rated(method: str, said: Mapping[str, Any], weights: Mapping[str, int]) -> tuple[dict[str, str], Decimal]:
    """(what was answered, in JSON; the score)."""
    asked = {name: said[name] for name in ASKS[method]}
    values = {name: str(value) for name, value in asked.items()}
    if method == Method.RICE:
        return values, rice(asked["reach"], Decimal(asked["impact"]), int(asked["confidence"]), asked["effort"])
    if method == Method.KANO:
        category = kano(int(asked["there"]), int(asked["missing"]))
        return values | {"category": category}, kano_rank(category)
    if method == Method.WEIGHTED:
        return values, weighted({name: int(value) for name, value in asked.items()}, weights)
    return values, moscow(asked["kind"])
