"""A program adds a client: the same fields as in the form, checked by the same gate, answered with the whole record."""

import json
from collections.abc import Iterator
from random import Random

from bench.ask import Ask
from bench.scenarios.create import form
from bench.shape import Shape

LISTS = ("phones", "emails", "tags")


def asks(chance: Random, shape: Shape) -> Iterator[Ask]:
    while True:
        said = {name: [value] if name in LISTS else value for name, value in form(chance).items()}
        yield Ask("/api/v1/clients", json=json.dumps(said), status=201)
