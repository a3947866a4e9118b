"""Hearing that the process is to stop: the server waits for open answers, and a line never ends by itself."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any


def on_stop(call: Callable[[], None]) -> Callable[[], Any]:
    """Run `call` in this loop at SIGTERM, beside whatever else hears it; returns what undoes this.

    Does nothing outside the main thread, to which Python gives all signals.
    """
    loop, before = asyncio.get_running_loop(), signal.getsignal(signal.SIGTERM)
    with suppress(ValueError):
        signal.signal(signal.SIGTERM, partial(_heard, loop, call, before))
        return partial(signal.signal, signal.SIGTERM, before)
    return lambda: None


def _heard(loop: asyncio.AbstractEventLoop, call: Callable[[], None], before: Any, number: int, frame: Any) -> None:
    loop.call_soon_threadsafe(call)
    if callable(before):
        before(number, frame)
