"""On paper the client page is the client, without the frame of the program."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from tests.stories.furnished import furnish

pytestmark = pytest.mark.browser


def test_the_client_page_prints_without_its_frame(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, furnish(cast)["client"])
    page.emulate_media(media="print")
    for frame in (".sidebar", ".tabbar", "form.composer", ".topbar-actions", ".toasts"):
        expect(page.locator(frame).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".timeline .event").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
