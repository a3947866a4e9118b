"""Searching everything: names in both scripts, pinyin, initials, a reference, digits of a telephone, words of talks."""

from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

from bench.ask import Ask
from bench.shape import Shape
from zhike.clients.models import Client, Contact
from zhike.core.base.people import pinyin_readings

EVERYWHERE = ("报价", "delivery", "续约", "warranty")


def asks(chance: Random, shape: Shape) -> Iterator[Ask]:
    words = list(_words(chance, shape))
    while True:
        yield Ask("/search/?" + urlencode({"q": chance.choice(words)}))


def _words(chance: Random, shape: Shape) -> Iterator[str]:
    """Some hundred; one in ten stands in a large part of all texts."""
    some = [chance.randint(1, shape.clients) for _one in range(60)]
    for client in Client.objects.filter(pk__in=some):
        yield client.short_name or " ".join(client.name.split()[:2])
        if client.short_name:
            spelt = pinyin_readings(client.short_name)[0]
            yield "".join(spelt) if chance.random() < 0.5 else "".join(syllable[0] for syllable in spelt)
        yield chance.choice((client.reference, client.phones[0][-7:]))
    yield from Contact.objects.filter(pk__in=some).values_list("name", flat=True)
    yield from EVERYWHERE * 4
