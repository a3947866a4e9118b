"""A list as CSV while it is read: the first line leaves before the last one is known."""

from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse

from zhike.surfaces.exchange.export.files import SORTS, csv_lines
from zhike.surfaces.exchange.export.leaving import Leaving
from zhike.surfaces.exchange.export.taking import note

BLOCK = 64 * 1024


def streamed(leaving: Leaving, request: HttpRequest) -> StreamingHttpResponse:
    """Django would collect a plain iterator in memory where the server speaks ASGI."""
    blocks = _blocks(_noted(leaving))
    content: Any = _awaited(blocks) if isinstance(request, ASGIRequest) else blocks
    return StreamingHttpResponse(content, content_type=SORTS["csv"].media_type)


def _noted(leaving: Leaving) -> Iterator[str]:
    """What was sent is noted, also when the other side hangs up before the end."""
    count = -1
    try:
        for line in csv_lines(leaving.outs, leaving.every()):
            yield line
            count += 1
    finally:
        note(leaving, "csv", max(count, 0))


def _blocks(lines: Iterable[str]) -> Iterator[bytes]:
    held, size = [], 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= BLOCK:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()


async def _awaited(blocks: Iterator[bytes]) -> AsyncIterator[bytes]:
    following = sync_to_async(lambda: next(blocks, None))
    while (block := await following()) is not None:
        yield block
