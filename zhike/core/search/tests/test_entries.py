"""Entries that an import copies in are, letter for letter, those which the reaction would write."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.clients.models import Client
from zhike.core.search.entries import bulk_entries
from zhike.core.search.models import SearchEntry

WORDS = ("the", "clinics", "running", "of", "陈岚", "Qingchuan", "b-12", "café", "x" * 120, "2026")
SAYS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(name=SAYS, about=SAYS, city=st.sampled_from(["", "Hangzhou", "the", "杭州"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_copied_entry_equals_a_refreshed_one(cast: Any, name: str, about: str, city: str) -> None:
    client = Client.objects.add(by=cast.lena, name="Tramlight")
    client.name, client.about, client.city = (name or "Tramlight")[:200], about, city
    client.phones = ["+8613800138000", "+442079460123;ext=12"]
    assert _kept(client, fresh=True) == _kept(client, fresh=False)


@pytest.mark.django_db
def test_a_text_of_many_words_goes_the_long_way(cast: Any) -> None:
    client = Client.objects.add(by=cast.lena, name="Tramlight")
    client.about = "clinics running " * 300
    assert _kept(client, fresh=True) == _kept(client, fresh=False)


def _kept(client: Client, *, fresh: bool) -> list[Any]:
    entries = SearchEntry.objects.filter(record_type="clients.client", record_id=client.pk)
    entries.delete()
    assert bulk_entries([client], fresh=fresh) == 1
    return list(entries.values_list("client", "person", "archived", "version", "vector"))
