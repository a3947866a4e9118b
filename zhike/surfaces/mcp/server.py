"""The server: lists the tools of the token, and calls them."""

import json
from typing import Any

from asgiref.sync import sync_to_async
from mcp.server.lowlevel import Server
from mcp.types import CallToolResult, ListToolsResult, TextContent, ToolAnnotations
from mcp.types import Tool as Offered

from zhike import __version__
from zhike.surfaces.mcp.asking import Asker, Said
from zhike.surfaces.mcp.tools import offered

ABOUT = """Client management. Everything has a reference such as CL-12: find it with `search` or `list`, then `read` it.
`describe` tells what a kind of record takes. What is not found may be there and not be yours to see."""


def server(asker: Asker | None = None) -> Server[Any]:
    """`asker` has the token; without one each request brings its own in the header Authorization."""

    def asker_of(context: Any) -> Asker:
        return asker or asker_for(context.request.headers)

    async def list_tools(context: Any, _params: Any) -> ListToolsResult:
        found = await sync_to_async(_offered)(asker_of(context))
        return ListToolsResult(tools=found)

    async def call_tool(context: Any, params: Any) -> CallToolResult:
        return await sync_to_async(call)(asker_of(context), params.name, params.arguments or {})

    return Server("zhike", version=__version__, instructions=ABOUT, on_list_tools=list_tools, on_call_tool=call_tool)


def asker_for(headers: Any) -> Asker:
    return Asker(headers.get("authorization", ""), headers.get("accept-language", ""))


def call(asker: Asker, name: str, said: dict[str, Any]) -> CallToolResult:
    """A tool that the token does not get is not there."""
    known = {tool.name: (tool, schema) for tool, schema in _tools(asker)}
    if name not in known:
        return _told(Said(404, {"title": f"There is no tool {name}.", "status": 404}, {}))
    tool, schema = known[name]
    missing = [one for one in tool.needs if one not in said]
    unknown = [one for one in said if one not in tool.takes]
    if missing or unknown or not isinstance(said.get("filters", {}), dict):
        return _told(Said(400, {"title": f"{name} takes {json.dumps(schema)}", "status": 400}, {}))
    return _told(tool.act(asker, said))


def _offered(asker: Asker) -> list[Offered]:
    return [
        Offered(
            name=tool.name, description=tool.about, input_schema=schema,
            annotations=ToolAnnotations(read_only_hint=not tool.writes),
        )
        for tool, schema in _tools(asker)
    ]  # fmt: skip


def _tools(asker: Asker) -> Any:
    me = asker.ask("GET", "me")
    return offered(me.body["scopes"]) if me.status == 200 else []


def _told(said: Said) -> CallToolResult:
    """The API's words, in one text."""
    text = TextContent(type="text", text=json.dumps(said.body, ensure_ascii=False))
    return CallToolResult(content=[text], structured_content=said.body, is_error=said.status >= 400)
