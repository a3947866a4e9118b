"""What the server runs."""

import os
import warnings
from typing import Any

import django
from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhike.config.settings")
# WhiteNoise hands small files over in one piece; that is meant.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")


class Handler(ASGIHandler):
    """Middleware and page in one thread: Django's own goes back and forth between threads and loop for each request."""

    def __init__(self) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Assistants at /mcp speak a protocol of their own; what it needs is loaded when one comes."""
        if scope["type"] == "http" and scope["path"].rstrip("/") == "/mcp":
            from zhike.surfaces.mcp.doors import serve

            await serve(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        return await sync_to_async(self.get_response)(request)


django.setup(set_prefix=False)
application = Handler()
