"""A client's page: timeline, composer and rail, of a client that is everyone's."""

from collections.abc import Iterator
from random import Random

from bench.ask import Ask
from bench.shape import Shape
from zhike.clients.models import Client


def asks(chance: Random, shape: Shape) -> Iterator[Ask]:
    some = [chance.randint(1, shape.clients) for _one in range(2_000)]
    seen = list(Client.objects.filter(pk__in=some, visibility="").values_list("pk", flat=True))
    while True:
        yield Ask(f"/clients/CL-{chance.choice(seen)}/")
