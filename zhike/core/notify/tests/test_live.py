"""The open line."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.contrib.sessions.models import Session
from django.test import AsyncClient
from django.test import Client as Browser

from tests.cast import Cast, make_cast
from zhike.core.discussion.workflows import comment
from zhike.core.notify import hub as hubs
from zhike.core.notify.hub import EACH, Line, hub
from zhike.core.notify.news import alive, news_for
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.push import push

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    made = make_cast()
    deliver_all()
    return made


async def opened(user: Any) -> AsyncIterator[str]:
    browser = AsyncClient()
    await browser.aforce_login(user)
    answer = await browser.get("/live/")
    assert answer.headers["Content-Type"] == "text/event-stream"
    return aiter(answer.streaming_content)


async def heard(line: AsyncIterator[Any], event: str) -> dict[str, Any]:
    """The data of the next such event."""
    while True:
        text = (await asyncio.wait_for(anext(line), 5)).decode()
        if f"event: {event}\n" in text:
            return json.loads(text.partition("data: ")[2])


async def listening(line: AsyncIterator[Any]) -> None:
    """Once at the start, once more when PostgreSQL is heard."""
    for _time in range(2):
        await heard(line, "notify")


def test_a_notification_arrives_in_words_and_only_where_it_belongs(cast: Cast) -> None:
    async def story() -> tuple[dict[str, Any], int]:
        hers = await opened(cast.mona)
        await listening(hers)
        his = await opened(cast.ida)
        await heard(his, "notify")
        await sync_to_async(say)()
        told = await heard(hers, "notify")
        waiting = next(iter(hub.lines[cast.ida.pk])).queue.qsize()
        await hers.aclose()
        await his.aclose()
        return told, waiting

    def say() -> None:
        comment(cast.clara, by=cast.omar, text="@Mona, look")
        deliver_all()

    told, waiting = asyncio.run(story())
    assert told["unread"] == 1
    assert told["text"] == "Omar mentioned you in a comment on 陈岚"
    assert told["url"].startswith("/notifications/")
    assert waiting == 0
    assert not hub.lines


def test_jobs_tell_how_far_they_are(cast: Cast) -> None:
    async def story() -> dict[str, Any]:
        line = await opened(cast.lena)
        await listening(line)
        await sync_to_async(push)([cast.lena.pk, cast.omar.pk], "job", {"id": 7})
        told = await heard(line, "job")
        await line.aclose()
        return told

    assert asyncio.run(story()) == {"id": 7}


def test_it_ends_with_the_session(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hubs, "BEAT", 0.1)

    async def story() -> list[bytes]:
        line = await opened(cast.lena)
        await Session.objects.all().adelete()
        return await asyncio.wait_for(_all_of(line), 5)

    assert asyncio.run(story())
    assert not hub.lines


def test_a_person_has_only_so_many_lines(cast: Cast) -> None:
    async def story() -> list[int]:
        browser = AsyncClient()
        await browser.aforce_login(cast.lena)
        answers = [await browser.get("/live/") for _line in range(EACH + 1)]
        for line in tuple(hub.lines[cast.lena.pk]):
            hub.leave(line)
        return [answer.status_code for answer in answers]

    assert asyncio.run(story()) == [200] * EACH + [429]


def test_nobody_listens_without_signing_in() -> None:
    async def story() -> int:
        return (await AsyncClient().get("/live/")).status_code

    assert asyncio.run(story()) == 401


def test_whoever_is_too_slow_is_let_go() -> None:
    async def story() -> tuple[int, str | None]:
        line = Line(1, "s")
        for number in range(hubs.WAITING + 1):
            line.say(str(number))
        return line.queue.qsize(), line.queue.get_nowait()

    assert asyncio.run(story()) == (1, None)


def test_the_words_are_in_the_readers_language(cast: Cast) -> None:
    assert news_for([cast.lena.pk], quiet=True) == {cast.lena.pk: {"unread": 0}}
    assert alive({(cast.lena.pk, "gone")}) == set()


def test_what_is_too_long_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="too long"):
        push([cast.lena.pk], "job", {"text": "x" * 8_000})


def test_it_ends_when_the_process_is_told_to_stop(cast: Cast) -> None:
    heard_too = []
    before = signal.signal(signal.SIGTERM, lambda *_args: heard_too.append(True))

    async def story() -> list[bytes]:
        line = await opened(cast.lena)
        await heard(line, "notify")
        os.kill(os.getpid(), signal.SIGTERM)
        return await asyncio.wait_for(_all_of(line), 5)

    try:
        asyncio.run(story())
    finally:
        signal.signal(signal.SIGTERM, before)
    assert heard_too == [True]
    assert not hub.lines


async def _all_of(line: AsyncIterator[Any]) -> list[bytes]:
    return [text async for text in line]


def test_a_server_of_threads_keeps_no_line(client: Browser, cast: Cast) -> None:
    client.force_login(cast.lena)
    assert client.get("/live/").status_code == 204
