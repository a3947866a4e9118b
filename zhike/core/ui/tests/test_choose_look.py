"""A person chooses theme and language on any page."""

import pytest
from django.test import Client

from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_it_remembers_the_theme_of_a_person(client: Client, cast: Cast) -> None:
    client.force_login(cast.lena)
    client.post("/look/", {"theme": "dark", "next": "/"})
    cast.lena.refresh_from_db()
    assert cast.lena.theme == "dark"


def test_it_speaks_chinese_before_sign_in(client: Client, cast: Cast) -> None:
    client.post("/look/", {"language": "zh-hans"})
    page = client.get("/account/login/").content.decode()
    assert '<html lang="zh-CN"' in page
    assert "English</button>" in page


def test_it_goes_back_only_within_this_site(client: Client) -> None:
    assert client.post("/look/", {"theme": "light", "next": "/account/login/"}).url == "/account/login/"
    assert client.post("/look/", {"theme": "light", "next": "https://evil.example/"}).url == "/"


def test_it_refuses_what_is_not_offered(client: Client) -> None:
    response = client.post("/look/", {"theme": "pink", "language": "xx"})
    assert "theme" not in response.cookies
