"""A promise typed on the phone with Clara is offered, noted, read back to her, and confirmed in her own word."""

import re

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.agreements.models import Promise

pytestmark = pytest.mark.browser
SAID = "陈总要看样机。我们周五18:00前给您第二版原型。"


def test_what_was_promised_is_noted_and_confirmed(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    page = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/")
    page.locator("#said").press_sequentially(SAID)
    page.locator(".composer-people").get_by_text("陈总").first.click()
    offer = page.locator(".composer-offer")
    expect(offer).to_contain_text("第二版原型")
    page.reload()
    expect(page.locator("#said")).to_have_value(SAID)  # what was offered has not taken the draft
    page.locator("#said").press_sequentially(" ")
    offer.get_by_label("Note").check()
    page.get_by_role("button", name="Log", exact=False).last.click()
    expect(page.locator(".timeline")).to_contain_text("第二版原型")
    promise = Promise.objects.get()

    page.goto(f"/clients/{cast.qingchuan.reference}/?tab=agreements")
    page.get_by_role("link", name="Ask to confirm").click()
    page.get_by_label("Who confirms").select_option(str(cast.clara.pk))
    page.get_by_role("button", name="Make the link").click()
    link = re.search(r"/l/\S+", page.get_by_label("Message").input_value())
    assert link

    letter = visit(None, link[0], width=390, height=844, is_mobile=True, has_touch=True)
    expect(letter.locator("h1")).to_have_text("陈总，请您看看我们记得对不对")
    assert letter.evaluate("document.documentElement.scrollWidth") <= 390
    letter.get_by_role("button", name="没错").click()
    expect(letter.locator(".item-done")).to_contain_text("您已确认")

    page.goto(f"/promises/{promise.reference}/")
    expect(page.locator(".acts")).to_contain_text("Their own word")
    page.goto(f"/clients/{cast.qingchuan.reference}/agreed/")
    expect(page.locator(".agreed")).to_contain_text("第二版原型")
    expect(page.locator(".seal-line")).to_contain_text("none altered")
