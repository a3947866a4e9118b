"""A program reads clients page by page: fifty records as JSON, in the order in which they were added."""

from collections.abc import Iterator
from random import Random

from bench.ask import Ask
from bench.shape import Shape


def asks(chance: Random, shape: Shape) -> Iterator[Ask]:
    while True:
        yield Ask("/api/v1/clients?limit=50")
