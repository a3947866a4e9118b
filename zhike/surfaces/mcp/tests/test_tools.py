"""What an assistant can do with a token, tried with the SDK's own client."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from mcp import Client

from zhike.agreements.models import Promise
from zhike.core.access.models import Token
from zhike.core.access.preferences import change_company
from zhike.core.todos.workflows import add_todo
from zhike.surfaces.api.tests.conftest import program_of
from zhike.surfaces.mcp.asking import Asker
from zhike.surfaces.mcp.server import server

DOCS = Path(__file__).parents[4] / "docs/areas/mcp.md"
READING = {
    "terms",
    "editions",
    "receipts",
    "ways",
    "wordings",
    "goals",
    "carried",
    "friction",
    "kept",
    "story_map",
    "what_if",
    "flow_steps",
    "answers_given",
    "touchpoints",
    "errands",
    "effect",
    "search",
    "describe",
    "list",
    "read",
    "timeline",
    "agreed",
    "owed",
    "before",
    "forecast",
    "rules",
}
WRITING = {"add", "amend", "step"}


class Assistant:
    """Works with a token of this person."""

    def __init__(self, user: Any, *scopes: str) -> None:
        _token, self.secret = Token.objects.issue(by=user, name="Assistant", scopes=list(scopes))

    def tools(self) -> dict[str, Any]:
        async def ask() -> Any:
            async with Client(server(Asker(f"Bearer {self.secret}"))) as client:
                return await client.list_tools()

        return {tool.name: tool for tool in async_to_sync(ask)().tools}

    def call(self, name: str, **said: Any) -> Any:
        """What the tool told; of a refusal the problem."""

        async def ask() -> Any:
            async with Client(server(Asker(f"Bearer {self.secret}"))) as client:
                return await client.call_tool(name, said)

        result = async_to_sync(ask)()
        told = json.loads(result.content[0].text)
        assert result.is_error == ("title" in told and "status" in told), told
        return told


@pytest.fixture
def reading(lena):
    return Assistant(lena, "read")


@pytest.fixture
def writing(lena):
    return Assistant(lena, "write")


def test_who_may_only_read_is_offered_nothing_that_writes(reading, writing):
    assert reading.tools().keys() == READING
    assert writing.tools().keys() == READING | WRITING


def test_a_token_for_one_kind_of_record_is_offered_that_kind(lena):
    tools = Assistant(lena, "read", "todos:write").tools()
    assert tools["add"].input_schema["properties"]["kind"]["enum"] == ["todos"]
    assert "clients" in tools["list"].input_schema["properties"]["kind"]["enum"]


def test_a_token_for_one_kind_is_not_offered_what_the_api_would_refuse_it(lena, qingchuan):
    narrow = Assistant(lena, "clients:read")
    assert "timeline" not in narrow.tools() and "read" in narrow.tools()
    assert program_of(lena, "clients:read").get(f"clients/{qingchuan.reference}/timeline").status_code == 403


def test_every_tool_stands_in_the_docs(writing):
    told = DOCS.read_text()
    assert [name for name in writing.tools() if f"`{name}`" not in told] == []


def test_nothing_is_told_of_an_area_that_is_switched_off(reading, ada):
    assert "record" in reading.call("describe", kind="plans")
    change_company(by=ada, areas_off=["plans"])
    assert reading.call("describe", kind="plans")["status"] == 404
    assert "plans" not in reading.tools()["list"].input_schema["properties"]["kind"]["enum"]


def test_it_finds_reads_and_lists_what_lena_sees(reading, qingchuan):
    assert reading.call("read", reference=qingchuan.reference)["name"] == qingchuan.name
    listed = reading.call("list", kind="clients", fields="name", filters={"owner": "me"})["data"]
    assert [one["reference"] for one in listed] == [qingchuan.reference]
    kinds = [one["kind"] for one in reading.call("timeline", reference=qingchuan.reference)["data"]]
    assert "record.added" in kinds
    assert reading.call("search", q="no such words at all")["data"] == []


def test_what_lena_does_not_see_is_not_found_as_what_is_not_there(reading, tramlight):
    unseen = reading.call("read", reference=tramlight.reference)
    assert unseen["status"] == 404
    assert unseen == reading.call("read", reference="CL-999999")
    assert reading.call("timeline", reference=tramlight.reference)["status"] == 404


def test_it_says_what_we_promised_this_client(reading, lena, qingchuan, tramlight):
    Promise.objects.add(by=lena, client=qingchuan, text="周五前给您初稿", due_on=date(2026, 5, 8))
    told = reading.call("agreed", reference=qingchuan.reference)["data"]
    assert [(one["kind"], one["side"], one["due_on"]) for one in told] == [("promise", "us", "2026-05-08")]
    assert reading.call("agreed", reference=qingchuan.reference, on="soon")["status"] == 400
    assert reading.call("agreed", reference=tramlight.reference)["status"] == 404


def test_a_token_that_reads_no_promises_is_not_offered_them(lena):
    assert "agreed" not in Assistant(lena, "clients:read").tools()


def test_it_tells_what_a_kind_takes(reading):
    told = reading.call("describe", kind="todos")
    assert "title" in told["values"]["properties"]
    assert "complete" in told["steps"]


def test_it_adds_amends_and_takes_steps_as_lena(writing, lena):
    made = writing.call("add", kind="todos", values={"title": "Call Clara", "owner": lena.reference})
    assert made["created_by"]["name"] == str(lena)
    changed = writing.call("amend", reference=made["reference"], version=made["version"], values={"title": "Write"})
    assert changed["title"] == "Write"
    assert writing.call("amend", reference=made["reference"], version=made["version"], values={})["status"] == 412
    assert writing.call("step", reference=made["reference"], step="complete")["state"] == "done"


def test_a_writing_tool_without_the_scope_is_not_there(reading, qingchuan, lena):
    todo = add_todo(qingchuan, by=lena, title="Call", owner=lena)
    assert reading.call("step", reference=todo.reference, step="complete")["status"] == 404
    todo.refresh_from_db()
    assert todo.state == "open"


def test_a_revoked_token_is_offered_nothing(reading, lena):
    Token.objects.get().archive(by=lena)
    assert reading.tools() == {}
