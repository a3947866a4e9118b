"""What people do all day: one file each, `asks(chance, shape)` gives its requests without end."""

from collections.abc import Callable, Iterator
from importlib import import_module
from random import Random

from bench.ask import Ask
from bench.shape import Shape


def asks_of(name: str) -> Callable[[Random, Shape], Iterator[Ask]]:
    found: Callable[[Random, Shape], Iterator[Ask]] = import_module(f"bench.scenarios.{name}").asks
    return found
