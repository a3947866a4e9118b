"""The two ways in: /mcp of the served program, and the command on standard input and output."""

import os
import sys

import httpx2
import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from zhike.config.asgi import application
from zhike.core.access.models import Token

AT = "http://localhost/mcp"


def _asked(token: str):
    headers = {"Authorization": f"Bearer {token}"}
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=application), headers=headers)


def test_an_assistant_comes_in_over_http(lena, qingchuan):
    _token, secret = Token.objects.issue(by=lena, name="Assistant", scopes=["read"])

    async def ask():
        async with _asked(secret) as http, Client(streamable_http_client(AT, http_client=http)) as client:
            return await client.call_tool("read", {"reference": qingchuan.reference})

    assert async_to_sync(ask)().structured_content["name"] == qingchuan.name


def test_without_a_token_it_is_refused_as_by_the_api(db):
    async def ask():
        async with _asked("zk_wrong") as http:
            return await http.post(AT, json={"jsonrpc": "2.0", "id": 1, "method": "tools/list"})

    answer = async_to_sync(ask)()
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.django_db(transaction=True)
def test_an_assistant_talks_with_the_command(cast):
    _token, secret = Token.objects.issue(by=cast.lena, name="Assistant", scopes=["read"])
    server, _slash, _name = os.environ["DATABASE_URL"].partition("?")[0].rpartition("/")
    query = os.environ["DATABASE_URL"].partition("?")[2]
    address = f"{server}/{connection.settings_dict['NAME']}" + (f"?{query}" if query else "")
    environment = {**os.environ, "DATABASE_URL": address, "ZHIKE_TOKEN": secret}
    command = StdioServerParameters(command=sys.executable, args=["-m", "zhike", "mcp"], env=environment)

    async def ask():
        async with Client(command) as client:
            return await client.call_tool("read", {"reference": cast.qingchuan.reference})

    assert async_to_sync(ask)().structured_content["name"] == cast.qingchuan.name
