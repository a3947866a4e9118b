"""With a finger instead of a password: a passkey is made on a device, and then opens alone or as the second step."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.cast import PASSWORD, Cast
from tests.stories.conftest import Visit
from tests.stories.test_sign_in import sign_in

pytestmark = pytest.mark.browser
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def at_home(visit: Visit, site: str, cast: Cast) -> Iterator[Any]:
    """A page of a stranger on a device that keeps passkeys; they are bound to a name, so not to 127.0.0.1."""
    page = visit(None, "/account/login/", base_url=site.replace("127.0.0.1", "localhost"))
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    line.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield page


def make_passkey(page: Page, *, alone: bool) -> None:
    page.goto("/preferences/sign-in/")
    page.get_by_role("link", name="Add", exact=True).click()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("My phone")
    page.get_by_label("Opens alone").set_checked(alone)
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.locator(".factor-codes li")).to_have_count(10)


def leave(page: Page) -> None:
    page.context.clear_cookies()
    page.goto("/account/login/")


def test_it_opens_alone(at_home: Page, cast: Cast) -> None:
    sign_in(at_home, cast.lena.email, PASSWORD)
    make_passkey(at_home, alone=True)
    leave(at_home)
    at_home.get_by_role("button", name="Use a passkey").click()
    expect(at_home.locator(".sidebar")).to_be_visible()


def test_it_is_the_second_step_and_the_password_alone_is_not_enough(at_home: Page, cast: Cast) -> None:
    sign_in(at_home, cast.lena.email, PASSWORD)
    make_passkey(at_home, alone=False)
    leave(at_home)
    sign_in(at_home, cast.lena.email, PASSWORD)
    expect(at_home.locator("h1")).to_have_text("Second step")
    at_home.get_by_role("button", name="Use a passkey").click()
    expect(at_home.locator(".sidebar")).to_be_visible()
