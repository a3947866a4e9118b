"""Sorting new entries into the index beside the work that writes many of them.

PostgreSQL puts new entries on a list, which every search reads too, and sorts them in when it is long, at the expense
of whoever wrote last: two thirds of what an import asks of the database. Here a second connection does it meanwhile.
"""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

from django.db import connection

from zhike.core.search.models import SearchEntry, TextEntry

MANY = 1_000
MOST_UNSORTED = 10_000
LEAVE_UNSORTED = "set local gin_pending_list_limit = '128MB'"  # for a transaction that writes while a Sorter is at work

log = logging.getLogger(__name__)


class Sorter:
    """`written` tells of entries that were committed; who writes faster than is sorted waits there."""

    def __init__(self) -> None:
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="sorter")
        self._at_work: Future[None] | None = None
        self._unsorted = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        if self._at_work and self._unsorted:
            self._begin()
        self._finish()
        self._hand.submit(connection.close)
        self._hand.shutdown()

    def written(self, count: int) -> None:
        self._unsorted += count
        busy = self._at_work is not None and not self._at_work.done()
        if self._unsorted >= (MOST_UNSORTED if busy else MANY):
            self._begin()

    def _begin(self) -> None:
        self._finish()
        self._at_work, self._unsorted = self._hand.submit(sort), 0

    def _finish(self) -> None:
        """A failure costs time alone: the list is sorted in by whoever writes next."""
        if self._at_work and (failure := self._at_work.exception()):
            log.warning("New entries were not sorted in: %s", failure)


def sort() -> None:
    """Sort in what is on the lists. Nobody who searches or writes waits for it."""
    with connection.cursor() as cursor:
        for table in (SearchEntry, TextEntry):
            cursor.execute("select gin_clean_pending_list(%s)", [table._meta.indexes[0].name])
