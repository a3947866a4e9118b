"""New entries are sorted into the index beside the work that writes them."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from zhike.core.search import sorting
from zhike.core.search.models import SearchEntry
from zhike.core.search.sorting import LEAVE_UNSORTED, MANY, Sorter


@pytest.mark.django_db(transaction=True)
def test_it_sorts_in_what_was_written() -> None:
    _written("one")
    assert _unsorted_pages() > 0
    _written("two")
    with Sorter() as sorter:
        sorter.written(MANY)
    assert _unsorted_pages() == 0


@pytest.mark.django_db(transaction=True)
def test_it_leaves_a_few_to_whoever_writes_next() -> None:
    _written("three")
    with Sorter() as sorter:
        sorter.written(MANY - 1)
    assert _unsorted_pages() > 0


def test_it_holds_nobody_up_when_it_cannot_sort(monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setattr(sorting, "sort", lambda: 1 / 0)
    with Sorter() as sorter:
        sorter.written(MANY)
    assert "not sorted" in caplog.text


def _written(word: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LEAVE_UNSORTED)
        SearchEntry.objects.create(record_type="clients.client", record_id=1, at=timezone.now(), vector=word)
        SearchEntry.objects.all().delete()


def _unsorted_pages() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select gin_clean_pending_list('searchentry_vector')")
        return int(cursor.fetchone()[0])
