"""On a phone the places are under the thumb. That every page keeps within its width is seen by `test_axe.py`."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit

pytestmark = pytest.mark.browser


def test_the_tab_bar_takes_the_place_of_the_sidebar(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, width=390, height=844)
    expect(page.locator(".sidebar")).to_be_hidden()
    page.locator(".tabbar").get_by_role("link", name="Clients").click()
    expect(page.locator("h1")).to_have_text("Clients")
    page.locator(".tabbar").get_by_text("More").click()
    expect(page.locator(".tabbar").get_by_role("button", name="Sign out")).to_be_visible()


def test_a_list_s_filters_stay_on_the_page_however_much_they_say(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/?short=contact&short=owner", width=390, height=844)
    menus = page.locator(".list-tools summary")
    for number in range(menus.count()):
        menus.nth(number).click()
        expect(page.locator(".list-tools details[open] .menu")).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Remove filter")).to_be_in_viewport(ratio=1)
