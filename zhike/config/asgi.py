"""What the server runs."""

import asyncio
import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import Any

import django
from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.conf import settings
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.core.signals import request_started
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from zhike.core.base import readings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhike.config.settings")
# WhiteNoise hands small files over in one piece; that is meant.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")

ASSISTANTS, OPEN_LINES = "/mcp", "/live"


class Handler(ASGIHandler):
    """Makes a page by one call in a thread that stays; see decision 0008."""

    def __init__(self) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)
        self.threads = ThreadPoolExecutor(settings.DB_POOL, "page")

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Assistants speak a protocol of their own; what it needs is loaded when one comes."""
        place = scope["path"].rstrip("/") if scope["type"] == "http" else ""
        if place == ASSISTANTS:
            from zhike.surfaces.mcp.doors import serve

            await serve(scope, receive, send)
        elif place == OPEN_LINES:
            await super().__call__(scope, receive, send)
        else:
            await self.answer(scope, receive, send)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        return await sync_to_async(self.get_response)(request)

    async def answer(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        context = Context()
        begun = asyncio.get_running_loop().run_in_executor(self.threads, context.run, self.made, scope, body)
        response = await begun
        if response.streaming:
            await asyncio.create_task(self.stream(response, receive, send), context=context)
        else:
            await self.send_response(response, send)

    def made(self, scope: Any, body: Any) -> Any:
        """The answer of a request. Nothing of the database is held any more when it is there."""
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=self.__class__, scope=scope)
        request, refused = self.create_request(scope, body)
        response: Any = self.get_response(request) if request else refused
        response._handler_class = self.__class__
        if response.streaming:
            connection.close()
        else:
            response.close()
        return response

    async def stream(self, response: HttpResponseBase, receive: Any, send: Any) -> None:
        """Until all is sent or the other side hangs up, in a thread of its own: it may take long."""
        async with ThreadSensitiveContext():
            ways = self.send_response(response, send), self.listen_for_disconnect(receive)
            both = [asyncio.create_task(way) for way in ways]
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            for one in both:
                one.cancel()
            sent, _left = await asyncio.gather(*both, return_exceptions=True)
            await sync_to_async(response.close)()
        if isinstance(sent, Exception):
            raise sent


django.setup(set_prefix=False)
readings.load()
application = Handler()
