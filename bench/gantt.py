"""The plan over time of a project of 500 tasks: the whole request beside its statements, without load."""

from typing import Any

from bench import ratios
from bench.ask import Person
from bench.seeding import MEMBER
from bench.shape import Shape

ROUNDS = 30


def measure(shape: Shape) -> dict[str, Any]:
    """The row of the report."""
    return ratios.measure("gantt", shape, Person(MEMBER), ROUNDS).told()
