"""Every page before sign-in, and every page of trouble, in both languages."""

import pytest
from django.test import Client, RequestFactory
from django.views import defaults
from django.views.csrf import csrf_failure

from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
PAGES = [
    "login",
    "password/reset",
    "password/reset/done",
    "password/reset/key/1-x",
    "password/reset/key/done",
    "inactive",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_shows_the_gate(client: Client, page: str, language: str) -> None:
    client.cookies["django_language"] = language
    response = client.get(f"/account/{page}/", follow=True)
    assert response.status_code == 200
    assert b'class="gate"' in response.content


def test_it_closes_sign_up(client: Client) -> None:
    assert b"<input" not in client.get("/account/signup/").content.replace(b'<input type="hidden"', b"")


def test_it_says_calmly_what_is_wrong() -> None:
    request = RequestFactory().get("/nowhere/")
    pages = [
        defaults.page_not_found(request, Exception()),
        defaults.permission_denied(request, Exception()),
        defaults.bad_request(request, Exception()),
        defaults.server_error(request),
        csrf_failure(request),
    ]
    assert [page.status_code for page in pages] == [404, 403, 400, 500, 403]
    assert all(b'class="trouble"' in page.content for page in pages)


def test_it_greets_nobody_with_a_message(client: Client, cast: Cast) -> None:
    client.post("/account/login/", {"login": cast.lena.email, "password": PASSWORD})
    assert "data-toast" not in client.get("/preferences/").content.decode()
