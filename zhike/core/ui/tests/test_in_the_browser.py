"""What a person typed is never lost, and the keys do what the page says; tried in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.cast import PASSWORD, Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAID = "Long talk about the second prototype"


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, cast: Cast) -> Iterator[Page]:
    """Lena's, signed in, with nothing going wrong in its scripts."""
    context = browser.new_context(base_url=live_server.url, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(10_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto("/account/login/")
    sign_in(page, cast.lena.email)
    expect(page.locator(".sidebar")).to_be_visible()
    yield page
    context.close()
    assert wrong == []


def sign_in(page: Page, email: str, within: str = "main") -> None:
    page.locator(f"{within} input[name=login]").fill(email)
    page.locator(f"{within} input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")


def test_it_keeps_what_was_typed_when_the_session_ends(page: Page, cast: Cast) -> None:
    address = f"/clients/{cast.qingchuan.reference}/"
    page.goto(address)
    page.fill("#said", SAID)
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("Control+Enter")
    expect(page.locator("main.gate")).to_be_visible()
    sign_in(page, cast.lena.email)
    expect(page.locator(".sidebar")).to_be_visible()
    page.goto(address)
    expect(page.locator("#said")).to_have_value(SAID)


def test_it_forgets_a_draft_that_was_sent(page: Page, cast: Cast) -> None:
    page.goto(f"/clients/{cast.qingchuan.reference}/")
    page.fill("#said", SAID)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".timeline")).to_contain_text(SAID)
    expect(page.locator("#said")).to_have_value("")


def test_it_signs_in_again_without_leaving_the_page(page: Page, cast: Cast) -> None:
    page.goto("/clients/")
    page.context.clear_cookies(name="sessionid")
    page.locator("td[data-edit]").first.click()
    sign_in(page, cast.lena.email, within="dialog[open]")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.locator("td[data-edit]").first.click()
    expect(page.locator("td form")).to_have_count(1)


def test_it_moves_and_ticks_by_keys(page: Page) -> None:
    page.goto("/clients/")
    page.keyboard.press("j")
    expect(page.locator("tr[data-cursor]")).to_have_count(1)
    page.keyboard.press("x")
    expect(page.locator(".bulkbar output")).to_have_text("1 selected")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()


def test_it_changes_the_theme_at_once_and_for_good(page: Page) -> None:
    page.locator(".person-button").click()
    with page.expect_response("**/look/"):
        page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
