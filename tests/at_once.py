"""Several people act in the same moment, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from zhike.core.lifecycle.errors import Refused

PATIENCE = 10  # seconds


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each got, or its refusal, in their order. For tests that commit: `django_db(transaction=True)`."""
    together = Barrier(len(acts))

    def one(act: Callable[[], Any]) -> Any:
        together.wait(PATIENCE)
        try:
            return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))
