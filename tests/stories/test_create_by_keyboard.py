"""Creating a client without touching the mouse."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.clients.models import Client

pytestmark = pytest.mark.browser


def test_it_creates_a_client_with_the_keyboard_only(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/")
    page.keyboard.press("c")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    page.keyboard.type("苏州明远光学有限公司")
    page.keyboard.press("Tab")
    page.keyboard.type("明远光学")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("明远光学")
    expect(page.locator(".toast")).to_contain_text("明远光学")
    client = Client.objects.get(short_name="明远光学")
    assert (client.name, client.owner, client.created_by) == ("苏州明远光学有限公司", cast.lena, cast.lena)


def test_it_says_what_is_missing_beside_the_field(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/new/")
    page.get_by_label("Tax number").fill("123")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".field[data-error]")).to_have_count(2)
    expect(page.get_by_label("Tax number")).to_have_value("123")
