"""Through the gate: with the right password, with a wrong one, by mail, and again when the session is over."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.cast import PASSWORD, Cast
from tests.stories.conftest import Visit
from zhike.core.mail.models import Letter

pytestmark = pytest.mark.browser


def sign_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_it_leads_to_the_page_that_was_asked_for(visit: Visit, cast: Cast) -> None:
    page = visit(None, "/clients/?city=杭州")
    sign_in(page, cast.lena.email, PASSWORD)
    expect(page.locator(".sidebar")).to_be_visible()
    assert page.url.endswith("/clients/?city=%E6%9D%AD%E5%B7%9E")


def test_it_says_no_to_a_wrong_password_and_then_to_go_slowly(visit: Visit, cast: Cast) -> None:
    page = visit(None, "/account/login/")
    for _attempt in range(5):
        sign_in(page, cast.omar.email, "not-the-password")
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.get_by_label("E-mail")).to_have_value(cast.omar.email)
    sign_in(page, cast.omar.email, PASSWORD)
    expect(page.get_by_role("alert")).to_contain_text(re.compile("Too many attempts", re.IGNORECASE))


def test_it_gives_a_new_password_by_mail(visit: Visit, cast: Cast) -> None:
    page = visit(None, "/account/login/")
    page.get_by_role("link", name="Forgotten your password?").click()
    page.get_by_label("E-mail").fill(cast.rita.email)
    page.get_by_role("button", name="Send the link").click()
    expect(page.locator("h1")).to_have_text("Look in your mail")
    page.goto(link_mailed_to(cast.rita.email))
    page.get_by_role("textbox", name="New password").fill("a-cord-with-many-knots")
    page.get_by_label("The same again").fill("a-cord-with-many-knots")
    page.get_by_role("button", name="Keep this password").click()
    expect(page.locator("h1")).to_have_text("Password changed")
    page.goto("/account/login/")
    sign_in(page, cast.rita.email, "a-cord-with-many-knots")
    expect(page.locator(".sidebar")).to_be_visible()


def test_it_keeps_what_was_typed_when_the_session_is_over(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/new/")
    page.get_by_label("Name", exact=True).fill("苏州明远光学有限公司")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.keyboard.press("Control+Enter")
    sign_in(page, cast.lena.email, PASSWORD)
    expect(page.locator(".sidebar")).to_be_visible()
    page.goto("/clients/new/")
    expect(page.get_by_label("Name", exact=True)).to_have_value("苏州明远光学有限公司")


def link_mailed_to(email: str) -> str:
    """The path in the newest mail to this address."""
    letter = Letter.objects.filter(to=email).latest("pk")
    found = re.search(r"https?://[^/\s]+(/\S+)", letter.text)
    assert found
    return found[1]
