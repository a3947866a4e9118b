"""A browser is told to run nothing that stands inside a page."""

import asyncio
import re
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from zhike.core.ui.policy import POLICY, content_security_policy

UI = Path(__file__).resolve().parents[1]


@pytest.mark.django_db
def test_it_polices_the_sign_in_page(client: Client) -> None:
    response = client.get("/account/login/")
    assert response.headers["Content-Security-Policy"] == POLICY
    assert response.headers["X-Frame-Options"] == "DENY"


def test_it_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_it_polices_asynchronous_pages() -> None:
    async def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    response = asyncio.run(content_security_policy(page)(RequestFactory().get("/")))
    assert response.headers["Content-Security-Policy"] == POLICY


def test_it_lets_a_page_be_stricter() -> None:
    own = HttpResponse(headers={"Content-Security-Policy": "sandbox"})
    assert content_security_policy(lambda request: own)(RequestFactory().get("/")) is own
    assert own.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("path", sorted(UI.rglob("*.html")), ids=lambda path: path.name)
def test_it_finds_nothing_inline_in_its_templates(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\s(style|on\w+|hx-on\S*)=", text)
    assert not re.search(r"<style|<script(?![^>]* src=)", text)
