"""Each person's language and theme: at once, and for good."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit

pytestmark = pytest.mark.browser


def test_the_language_is_switched_for_good(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/")
    expect(page.locator("h1")).to_have_text("Clients")
    page.locator(".person-button").click()
    page.locator(".sidebar").get_by_role("button", name="简体中文").click()
    expect(page.locator("h1")).to_have_text("客户")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(visit(cast.lena, "/clients/").locator("h1")).to_have_text("客户")


def test_the_browser_says_the_language_of_who_chose_none(visit: Visit, cast: Cast) -> None:
    expect(visit(cast.omar, "/clients/", locale="zh-CN").locator("h1")).to_have_text("客户")
    expect(visit(None, "/account/login/", locale="zh-CN").locator("h1")).to_have_text("登录")


def test_the_theme_is_switched_for_good(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena)
    page.locator(".person-button").click()
    with page.expect_response("**/look/"):
        page.locator(".sidebar").get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(visit(cast.lena).locator("html")).to_have_attribute("data-theme", "dark")
