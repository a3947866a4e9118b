"""Coroutines in tests, beside a browser whose loop sleeps in this thread."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """What it returns. Playwright's loop counts as running while its browser is open, and is set aside here."""
    sleeping = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return asyncio.run(coroutine)
    finally:
        asyncio._set_running_loop(sleeping)
