"""The one audited door to changing events: erasure, removal of the demo, emptying of a test database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def open_door() -> Iterator[None]:
    """Inside, and only in this transaction, events may be updated and deleted."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local zhike.door = 'redaction'")
        yield
        cursor.execute("set local zhike.door = ''")
