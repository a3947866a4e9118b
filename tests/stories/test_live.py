"""What a colleague says reaches the other's open page at once."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.core.timeline.delivery import deliver_all

pytestmark = pytest.mark.browser


def test_a_mention_appears_in_the_open_page_of_who_is_meant(visit: Visit, cast: Cast) -> None:
    omar = visit(cast.omar, "/clients/")
    expect(omar.locator(".bell-count").first).to_be_hidden()
    lena = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/?tab=talk")
    text = lena.get_by_role("main").get_by_label("Comment", exact=True).first
    text.press_sequentially("请看 @Oma")
    lena.get_by_role("option", name="Omar").click()
    lena.keyboard.press("Control+Enter")
    expect(lena.locator(".comment").first).to_contain_text("@Omar")
    deliver_all()
    expect(omar.locator(".toast")).to_contain_text("Lena")
    expect(omar.locator(".bell-count").first).to_have_text("1")
    omar.locator(".toast a").click()
    expect(omar.get_by_role("main")).to_contain_text("晴川医疗")
