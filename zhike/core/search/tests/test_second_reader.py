"""A second process makes the documents that one would make oneself; when it is gone, one makes them."""

import time
from typing import Any

import pytest

from zhike.clients.models import Client
from zhike.core.search.documents import Parts, made_of
from zhike.core.search.entries import FreshEntries
from zhike.core.search.models import SearchEntry
from zhike.core.search.second_reader import MANY, SecondReader
from zhike.core.search.tokens import Document

SAID: list[Parts] = [
    [("CL-12", "A", "text"), ("杭州晴川医疗科技有限公司", "A", "name"), ("+8613800138000", "B", "phone")],
    [("CL-13", "A", "text"), ("O'Neil \\ Söhne", "A", "name"), ("two words", "D", "text")],
]


def test_it_makes_what_one_would_make_oneself() -> None:
    with SecondReader(MANY) as second:
        until = time.monotonic() + 60
        while not second.is_ready and time.monotonic() < until:
            time.sleep(0.05)
        assert second.ask(SAID)
        assert second.answer() == [made_of(parts) for parts in SAID]
        assert second._process
        second._process.kill()
        second._process.wait()
        second.ask(SAID)
        assert second.answer() == []
        assert not second.is_ready


def test_it_is_not_started_for_a_few() -> None:
    with SecondReader(MANY - 1) as second:
        assert not second.is_ready
        assert not second.ask(SAID)


class Gone(SecondReader):
    """It took the question, and died over it."""

    is_ready = True  # type: ignore[assignment]

    def ask(self, documents: Any) -> bool:
        return True

    def answer(self) -> list[Document]:
        return []


@pytest.mark.django_db
def test_entries_are_the_same_without_its_answer(cast: Any) -> None:
    client = Client.objects.add(by=cast.lena, name="Tramlight")
    kept = []
    for second in (None, Gone(0)):
        SearchEntry.objects.filter(record_type="clients.client", record_id=client.pk).delete()
        entries = FreshEntries(second)
        read_one = entries.beside([client])
        read_one(client)
        assert entries.write() == 1
        kept.append(SearchEntry.objects.filter(record_id=client.pk).values_list("client", "version", "vector").get())
    assert kept[0] == kept[1]
