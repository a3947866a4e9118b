"""The settings are for administrators."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.access.preferences import company
from zhike.surfaces.console.settings import demo

PAGES = ("/settings/", "/settings/company/")


@pytest.mark.parametrize("url", PAGES)
def test_administrators_see_them(url: str, cast: Cast, client: Browser) -> None:
    client.force_login(cast.ada)
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("url", PAGES)
def test_others_are_refused(url: str, cast: Cast, client: Browser) -> None:
    for person in (cast.mona, cast.lena, cast.rita):
        client.force_login(person)
        assert client.get(url).status_code == 403
        assert client.post("/settings/company/", {"name": "Mine"}).status_code == 403
        assert client.post("/settings/remove-demo/").status_code == 403
        assert client.post("/settings/fields/preview/").status_code == 403


@pytest.mark.parametrize("url", PAGES)
def test_strangers_sign_in_first(url: str, cast: Cast, client: Browser) -> None:
    assert client.get(url).status_code == 302


def test_only_administrators_are_led_there(cast: Cast, client: Browser) -> None:
    client.force_login(cast.ada)
    assert 'href="/settings/"' in client.get("/preferences/").content.decode()
    client.force_login(cast.lena)
    page = client.get("/preferences/").content.decode()
    assert 'href="/settings/"' not in page
    assert 'href="/people/"' in page


def test_the_companys_name_stands_on_every_page(cast: Cast, client: Browser) -> None:
    client.force_login(cast.ada)
    said = {"name": "Pier 栈桥", "region": "CN", "currency": "CNY", "client_visibility": "team"}
    client.post("/settings/company/", said | {"answer_hours": "8", "exporters": "staff", "plain_to": "owners"})
    assert company().client_visibility == "team"
    page = client.get("/settings/company/").content.decode()
    assert "Pier 栈桥</" in page.split("sidebar-search")[0]
    assert "changed the company’s settings" in page


def test_what_is_wrong_is_said_and_nothing_saved(cast: Cast, client: Browser) -> None:
    client.force_login(cast.ada)
    said = {"name": "", "region": "Narnia", "currency": "shells", "client_visibility": "all", "answer_hours": "0"}
    answer = client.post("/settings/company/", said | {"exporters": "teapots", "plain_to": "teapots"})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="error"') == 7


def test_there_is_nothing_to_remove_without_a_demo(cast: Cast, client: Browser) -> None:
    client.force_login(cast.ada)
    assert not demo.is_there()
    assert "Remove demo data" not in client.get("/settings/company/").content.decode()
    assert client.post("/settings/remove-demo/", follow=True).status_code == 200
