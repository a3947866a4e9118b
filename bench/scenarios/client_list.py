"""The list of clients: fifty rows in the order of their names, with the count and all tools."""

from collections.abc import Iterator
from random import Random

from bench.ask import Ask
from bench.shape import Shape


def asks(chance: Random, shape: Shape) -> Iterator[Ask]:
    while True:
        yield Ask("/clients/")
