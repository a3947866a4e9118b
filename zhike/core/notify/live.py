"""The open line to a browser: server-sent events `notify` {unread, text, url} and whatever else is pushed."""

from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from zhike.core.notify.hub import Line, hub, message
from zhike.core.notify.reading import unread_count

COME_BACK = 3_000  # milliseconds after which a browser that lost its line asks again
TOO_MANY = 429


async def live(request: HttpRequest) -> HttpResponseBase:
    """401 for who is not signed in, 429 for a person's ninth line in a process; neither is asked again."""
    if not isinstance(request, ASGIRequest):  # a server of threads, as in tests, would give one away for ever
        return HttpResponse(status=204)
    user_id, session, unread = await sync_to_async(_known)(request)
    if not user_id:
        return HttpResponse(status=401)
    line = hub.join(user_id, session)
    if line is None:
        return HttpResponse(status=TOO_MANY)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingHttpResponse(_told(line, unread), content_type="text/event-stream", headers=headers)


def _known(request: HttpRequest) -> tuple[int | None, str, int]:
    """(number of the person, key of the session, unread). Gives its connection back: the line may be open for days."""
    user = request.user
    try:
        return user.pk, request.session.session_key or "", unread_count(user) if user.pk else 0
    finally:
        _give_back()


def _give_back() -> None:
    connection.close()


async def _told(line: Line, unread: int) -> AsyncIterator[str]:
    try:
        await sync_to_async(_give_back)()
        yield f"retry: {COME_BACK}\n\n{message('notify', {'unread': unread})}"
        while (text := await line.queue.get()) is not None:
            yield text
    finally:
        hub.leave(line)
