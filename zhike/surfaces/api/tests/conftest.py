"""A program that works as somebody of the cast."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client as Browser

from zhike.core.access.models import Token


@dataclass
class Program:
    """Asks the API with a token; `headers` are sent each time."""

    headers: dict[str, str]
    browser: Browser = field(default_factory=Browser)

    def __call__(self, method: str, place: str, body: Any = None, **headers: str) -> Any:
        sent = self.headers | headers
        more = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        return self.browser.generic(method, f"/api/v1/{place}", headers=sent, **more)

    def get(self, place: str, **headers: str) -> Any:
        return self("GET", place, **headers)

    def post(self, place: str, body: Any = None, **headers: str) -> Any:
        return self("POST", place, body, **headers)

    def patch(self, place: str, body: Any, **headers: str) -> Any:
        return self("PATCH", place, body, **headers)


def program_of(user: Any, *scopes: str) -> Program:
    _token, secret = Token.objects.issue(by=user, name="A program", scopes=list(scopes or ("write",)))
    return Program({"Authorization": f"Bearer {secret}"})


@pytest.fixture
def lenas(lena) -> Program:
    return program_of(lena)


@pytest.fixture
def idas(ida) -> Program:
    return program_of(ida)
