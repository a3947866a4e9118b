"""Handing content over: in pieces, under the strictest of policies."""

from asyncio import to_thread
from collections.abc import AsyncIterator
from pathlib import Path

from django.core.handlers.asgi import ASGIRequest
from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from zhike.core.files import store
from zhike.core.files.models import Attachment

PIECE = 1 << 18
SANDBOX = "default-src 'none'; sandbox"
FOR_PDF = "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'"  # viewers refuse a sandbox


def hand_over(request: HttpRequest, file: Attachment) -> HttpResponseBase:
    """The content: shown where that is safe, else to be kept. `?download` always asks to keep it.

    Raises FileNotFoundError when the content is gone.
    """
    path = store.path_of(file.stored)
    path.stat()
    shown = "" if "download" in request.GET else file.shown_as
    etag = f'"{file.sha256}"'
    unchanged = get_conditional_response(request, etag=etag) if request.method in {"GET", "HEAD"} else None
    response = unchanged or content(request, path)
    response["Content-Type"] = shown or "application/octet-stream"
    response["Content-Disposition"] = content_disposition_header(not shown, file.name) or "attachment"
    response["Content-Security-Policy"] = FOR_PDF if shown == "application/pdf" else SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = etag
    return response


def content(request: HttpRequest, path: Path) -> HttpResponseBase:
    if not isinstance(request, ASGIRequest):
        return FileResponse(path.open("rb"))
    response = StreamingHttpResponse(_pieces(path))
    response["Content-Length"] = str(path.stat().st_size)
    return response


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    """Under ASGI a plain iterator would be read into memory as a whole."""
    with await to_thread(path.open, "rb") as file:
        while piece := await to_thread(file.read, PIECE):
            yield piece
