"""Finding a client in Chinese, by pinyin and by initials: with the keys, and on the page."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.conversations.workflows import log

pytestmark = pytest.mark.browser
WAYS = ["晴川", "qingchuan", "qcyl", "川医"]


@pytest.fixture
def found(cast: Cast) -> Cast:
    log(by=cast.lena, client=cast.qingchuan, kind="call", text="客户希望在展会前看到第二版样机")
    deliver_all()
    return cast


def test_the_palette_finds_by_characters_pinyin_and_initials(visit: Visit, found: Cast) -> None:
    page = visit(found.lena)
    for words in WAYS:
        page.goto("/")
        page.keyboard.press("Control+k")
        page.keyboard.type(words)
        expect(page.locator("#found [role=option]").first).to_contain_text("晴川医疗")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("晴川医疗")


def test_the_page_finds_the_same_and_what_was_said(visit: Visit, found: Cast) -> None:
    page = visit(found.lena, "/search/")
    for words in WAYS:
        page.get_by_role("main").get_by_role("searchbox").fill(words)
        page.keyboard.press("Enter")
        expect(page.locator(".hit a").first).to_contain_text("晴川医疗")
    page.goto("/search/?q=第二版样机")
    expect(page.locator(".hit mark").first).to_be_visible()
    page.locator(".hit a").first.click()
    expect(page.get_by_text("客户希望在展会前看到第二版样机").first).to_be_visible()


def test_a_stranger_finds_nothing_of_it(visit: Visit, found: Cast) -> None:
    page = visit(found.ida, "/search/?q=晴川")
    expect(page.get_by_text("Nothing found.")).to_be_visible()
