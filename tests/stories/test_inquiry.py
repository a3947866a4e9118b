"""Lena asks along a guide; Clara answers on her phone, in Chinese; her answer can be traced to a requirement."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.domains.requirements.models import Requirement

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True, "locale": "zh-CN"}


def test_what_clara_answers_on_her_phone_is_traced_to_a_requirement(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    page = visit(cast.lena, "/guides/new/")
    page.get_by_label("Name", exact=False).first.fill("护士站")
    page.get_by_label("Questions in Chinese").fill("什么最花时间？\n多久一次？ | 每天 | 每周\n还有什么？")
    page.get_by_label("Questions in English").fill("What takes most time?\nHow often? | daily | weekly\nWhat else?")
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="Ask a contact").first.click()
    _choose(page, "Client", "晴川")
    _choose(page, "Who is asked", "陈岚")
    page.keyboard.press("Control+Enter")
    expect(page.locator("main")).to_contain_text("多久一次？")

    page.get_by_role("link", name="Let them answer by link").click()
    page.get_by_role("button", name="Make the link").click()
    link = re.search(r"/l/\S+", page.get_by_label("Message").input_value())
    assert link
    _answer(visit(None, link[0], **PHONE))

    page.get_by_role("link", name="Back").click()
    expect(page.locator("main")).to_contain_text("written by themselves")
    page.get_by_role("link", name="Make a requirement of it").first.click()
    page.get_by_role("button", name="Make a requirement of an answer").click()
    wanted = Requirement.objects.get()
    page.get_by_role("link", name=re.compile(wanted.reference)).first.click()
    expect(page.locator("main")).to_contain_text("每天抄一遍挂号单")
    page.locator("main").get_by_role("link", name=re.compile("IQ-")).first.click()
    expect(page.locator("h1")).to_have_text("护士站")


def _choose(page: Page, label: str, name: str) -> None:
    page.get_by_label(label, exact=False).first.focus()
    page.get_by_role("option", name=re.compile(name)).first.click()


def _answer(letter: Page) -> None:
    expect(letter.locator("h1")).to_have_text("护士站")
    assert letter.evaluate("document.documentElement.scrollWidth") <= 390
    letter.get_by_role("button", name="提交回答").tap()
    expect(letter.get_by_role("alert")).to_be_visible()
    letter.get_by_label("什么最花时间").fill("每天抄一遍挂号单")
    letter.get_by_label("每天").check()
    letter.reload()
    expect(letter.get_by_label("什么最花时间")).to_have_value("每天抄一遍挂号单")
    letter.get_by_role("button", name="提交回答").tap()
    expect(letter.locator("h1")).to_have_text("谢谢")
