"""At the width of a phone every page keeps within it, and the places are under the thumb."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from tests.stories.furnished import GATE, SETTINGS, furnish

pytestmark = pytest.mark.browser
WIDTH = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_no_page_is_wider_than_the_phone(visit: Visit, cast: Cast, locale: str) -> None:
    addresses = furnish(cast)
    page = visit(cast.lena, width=390, height=844, locale=locale, is_mobile=True, has_touch=True)
    wide = {}
    for name, address in addresses.items():
        answer = page.goto(address)
        assert answer and answer.status == (404 if name == "nowhere" else 200), name
        wide[name] = page.evaluate(WIDTH)
    ada = visit(cast.ada, width=390, height=844, locale=locale, is_mobile=True, has_touch=True)
    for name, address in SETTINGS.items():
        answer = ada.goto(address)
        assert answer and answer.status == 200, name
        wide[name] = ada.evaluate(WIDTH)
    stranger = visit(None, width=390, height=844, locale=locale)
    for name, address in GATE.items():
        stranger.goto(address)
        wide[name] = stranger.evaluate(WIDTH)
    assert {name: width for name, width in wide.items() if width > 390} == {}


def test_the_tab_bar_takes_the_place_of_the_sidebar(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, width=390, height=844)
    expect(page.locator(".sidebar")).to_be_hidden()
    page.locator(".tabbar").get_by_role("link", name="Clients").click()
    expect(page.locator("h1")).to_have_text("Clients")
    page.locator(".tabbar").get_by_text("More").click()
    expect(page.locator(".tabbar").get_by_role("button", name="Sign out")).to_be_visible()
