"""The open lines of this process: one connection hears PostgreSQL, and tells each browser what is for its person.

A line is a queue; whoever is too slow to read theirs is let go and comes again.
"""

import asyncio
import json
import logging
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass, field
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connection
from psycopg import AsyncConnection

from zhike.core.notify.news import alive, news_for
from zhike.core.notify.stopping import on_stop
from zhike.core.timeline.push import CHANNEL

BEAT = 15.0  # seconds between two signs of life, and between two looks whether the person is still signed in
EACH = 8  # lines of one person in one process
WAITING = 50  # messages that a slow browser may leave unread

log = logging.getLogger(__name__)


@dataclass(eq=False)
class Line:
    """`session` is the key of the session it lives and ends with. None in the queue ends it."""

    user_id: int
    session: str
    queue: asyncio.Queue[str | None] = field(default_factory=lambda: asyncio.Queue(WAITING))

    def say(self, text: str | None) -> None:
        try:
            self.queue.put_nowait(text)
        except asyncio.QueueFull:
            self.queue.get_nowait()
            self.end()

    def end(self) -> None:
        while not self.queue.empty():
            self.queue.get_nowait()
        self.queue.put_nowait(None)


class Hub:
    def __init__(self) -> None:
        self.lines: dict[int, set[Line]] = defaultdict(set)
        self._tasks: list[asyncio.Task[None]] = []
        self._unhear: Callable[[], Any] = _nothing

    def join(self, user_id: int, session: str) -> Line | None:
        """A new line, or None for a person who has too many."""
        if len(self.lines[user_id]) >= EACH:
            return None
        line = Line(user_id, session)
        self.lines[user_id].add(line)
        if not self._tasks:
            # In a context of their own: that of the first browser's request ends with it.
            self._tasks = [asyncio.create_task(work(), context=Context()) for work in (self._hear, self._beat)]
            self._unhear = on_stop(self.end_all)
        return line

    def leave(self, line: Line) -> None:
        """The last one to leave turns off the light."""
        self.lines[line.user_id].discard(line)
        if not self.lines[line.user_id]:
            del self.lines[line.user_id]
        if not self.lines:
            for task in self._tasks:
                task.cancel()
            self._tasks = []
            self._unhear()

    def end_all(self) -> None:
        for line in [line for lines in self.lines.values() for line in lines]:
            line.end()

    async def _hear(self) -> None:
        while True:
            try:
                await self._listen()
            except Exception:
                log.exception("The open lines lost their connection; they go on in a second")
            await asyncio.sleep(1)

    async def _listen(self) -> None:
        async with await AsyncConnection.connect(**_parameters(), autocommit=True) as ear:
            await ear.execute(f"listen {CHANNEL}")
            await self._spread({"to": list(self.lines), "event": "notify", "data": {"quiet": True}})
            async for heard in ear.notifies():
                await self._spread(json.loads(heard.payload))

    async def _spread(self, told: dict[str, Any]) -> None:
        here = [pk for pk in told["to"] if pk in self.lines]
        if not here:
            return
        data = dict.fromkeys(here, told["data"])
        if told["event"] == "notify":
            data = await sync_to_async(news_for, thread_sensitive=False)(here, quiet=bool(told["data"].get("quiet")))
        for pk in data:
            self.say(pk, told["event"], data[pk])

    def say(self, user_id: int, event: str, data: dict[str, Any]) -> None:
        for line in tuple(self.lines.get(user_id, ())):
            line.say(message(event, data))

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            open_lines = [line for lines in self.lines.values() for line in lines]
            with suppress(Exception):
                living = await sync_to_async(alive, thread_sensitive=False)(
                    {(line.user_id, line.session) for line in open_lines}
                )
                for line in open_lines:
                    if (line.user_id, line.session) not in living:
                        line.end()
            for line in open_lines:
                line.say(": \n\n")


def _nothing() -> None:
    pass


def message(event: str, data: dict[str, Any]) -> str:
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def _parameters() -> dict[str, Any]:
    """Of a connection outside the pool: this one is kept for as long as anybody listens."""
    given = connection.get_connection_params()
    return {name: value for name, value in given.items() if name not in {"cursor_factory", "context", "pool"}}


hub = Hub()
