"""The two ways in: over HTTP at /mcp, and over the standard input and output of a command."""

import json
from typing import Any

from asgiref.sync import sync_to_async
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

from zhike.surfaces.mcp.asking import Asker, Said
from zhike.surfaces.mcp.server import asker_for, server


async def serve(scope: Any, receive: Any, send: Any) -> None:
    """One request of Streamable HTTP. Nothing is kept between two, so that any process can answer the next."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    me = await sync_to_async(asker_for(headers).ask)("GET", "me")
    if me.status != 200:
        await _refuse(send, me)
        return
    manager = StreamableHTTPSessionManager(server(), stateless=True, json_response=True)
    async with manager.run():
        await manager.handle_request(scope, receive, send)


async def talk(token: str) -> None:
    """Until the other side closes."""
    made = server(Asker(f"Bearer {token}"))
    async with stdio_server() as (coming, going):
        await made.run(coming, going, made.create_initialization_options())


async def _refuse(send: Any, said: Said) -> None:
    told = [(name.lower().encode(), value.encode()) for name, value in said.headers.items()]
    await send({"type": "http.response.start", "status": said.status, "headers": told})
    await send({"type": "http.response.body", "body": json.dumps(said.body, ensure_ascii=False).encode()})
