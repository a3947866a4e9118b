"""What the server runs: whole answers from threads that stay, streams that end and give back what they held."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from django.conf import settings
from django.core.signals import request_started
from django.db import connection
from django.http import HttpRequest, StreamingHttpResponse

from tests.cast import Cast, make_cast
from zhike.config.asgi import application
from zhike.core.access.models import Token, User

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 5.0
AT = "http://localhost/api/v1/clients"
SCOPE = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b"", "server": ("localhost", 80)}


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def asking(user: User) -> httpx2.AsyncClient:
    _token, secret = Token.objects.issue(by=user, name="Reports", scopes=["write"])
    headers = {"Authorization": f"Bearer {secret}"}
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=application), headers=headers)


def connections() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_stat_activity where datname = current_database()")
        return int(cursor.fetchone()[0])


def none_is_held(before: int) -> bool:
    """PostgreSQL takes a moment to let one go."""
    until = time.monotonic() + PATIENCE
    while connections() > before and time.monotonic() < until:
        time.sleep(0.05)
    return connections() <= before


def test_pages_are_made_by_threads_that_stay_and_hold_nothing(cast: Cast) -> None:
    seen: set[str] = set()

    def note(**_told: Any) -> None:
        seen.add(threading.current_thread().name)

    async def ask() -> list[int]:
        async with asking_lena as program:
            return [answer.status_code for answer in await asyncio.gather(*(program.get(AT) for _time in range(40)))]

    asking_lena, before = asking(cast.lena), connections()
    request_started.connect(note)
    try:
        assert asyncio.run(ask()) == [200] * 40
    finally:
        request_started.disconnect(note)
    assert 1 <= len(seen) <= settings.DB_POOL
    assert all(name.startswith("page") for name in seen)
    assert none_is_held(before)


def test_what_is_posted_arrives(cast: Cast) -> None:
    async def ask() -> Any:
        async with asking_lena as program:
            return await program.post(AT, json={"name": "远山设计"})

    asking_lena = asking(cast.lena)
    answer = asyncio.run(ask())
    assert (answer.status_code, answer.json()["name"]) == (201, "远山设计")


def test_a_stream_speaks_the_language_it_was_begun_in_and_holds_nothing_after(cast: Cast) -> None:
    async def ask() -> Any:
        async with asking_her as program:
            return await program.get(AT, headers={"Accept": "text/csv"})

    User.objects.filter(pk=cast.lena.pk).update(language="zh-hans")
    asking_her, before = asking(cast.lena), connections()
    answer = asyncio.run(ask())
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert cast.qingchuan.name in answer.text and "名称" in answer.text.splitlines()[0]
    assert none_is_held(before)


def endless(ended: list[str]) -> AsyncIterator[bytes]:
    async def parts() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"."
                await asyncio.sleep(0)
        finally:
            ended.append("ended")

    return parts()


def test_a_stream_ends_when_the_other_side_hangs_up(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []
    response = StreamingHttpResponse(endless(ended))
    monkeypatch.setattr(application, "get_response", lambda _request: response)
    sent: list[Any] = []

    async def ask() -> None:
        enough = asyncio.Event()
        coming = iter([{"type": "http.request", "body": b""}])

        async def receive() -> Any:
            if asked := next(coming, None):
                return asked
            await enough.wait()
            return {"type": "http.disconnect"}

        async def send(told: Any) -> None:
            sent.append(told)
            if len(sent) == 5:
                enough.set()

        await asyncio.wait_for(application(SCOPE, receive, send), 10)

    asyncio.run(ask())
    assert ended == ["ended"]
    assert response.closed


def test_what_goes_wrong_in_a_stream_is_not_hushed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async def parts() -> AsyncIterator[bytes]:
        yield b"."
        raise ValueError("torn")

    async def ask() -> None:
        waiting = iter([{"type": "http.request", "body": b""}])

        async def receive() -> Any:
            return next(waiting, None) or await asyncio.Event().wait()

        async def send(_told: Any) -> None:
            pass

        await application(SCOPE, receive, send)

    def torn(_request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(parts())

    monkeypatch.setattr(application, "get_response", torn)
    with pytest.raises(ValueError, match="torn"):
        asyncio.run(ask())
