"""A contract is written, sent by link, read and signed on a phone in Chinese, changed, and one sees what held when."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.agreements.contracts.models import Contract

pytestmark = pytest.mark.browser


def test_a_contract_is_signed_on_a_phone_and_changed(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    today = timezone.localdate()
    page = visit(cast.lena, f"/contracts/new/?client={cast.qingchuan.pk}&contact={cast.clara.pk}")
    page.get_by_label("Title").fill("挂号小程序开发合同")
    page.get_by_label("Begins").fill((today - timedelta(days=10)).isoformat())
    page.locator("main form button[type=submit]").last.click()
    for aspect, text in (("deliverable", "挂号小程序，含后台"), ("response", "三个工作日内答复")):
        form = page.locator(".contract-add")
        if form.get_attribute("open") is None:
            form.locator("summary").first.click()
        form.get_by_label("Kind of clause").select_option(aspect)
        form.get_by_label("In so many words").fill(text)
        if aspect == "response":
            form.get_by_label("Whose duty").select_option("them")
            form.get_by_label("Quantity").fill("3")
            form.get_by_label("Unit").select_option("working_days")
        form.get_by_role("button", name="Add the clause").click()
        expect(page.locator(".contract-terms")).to_contain_text(text)
    page.get_by_role("link", name="Send to be signed").click()
    page.get_by_role("button", name="Send it").click()
    link = re.search(r"/l/\S+", page.get_by_label("Message").input_value())
    assert link

    letter = visit(None, link[0], width=390, height=844, is_mobile=True, has_touch=True)
    expect(letter.locator("h1")).to_have_text("挂号小程序开发合同")
    assert letter.evaluate("document.documentElement.scrollWidth") <= 390
    expect(letter.locator("#sign-name")).to_have_count(0)  # it is read before it is signed
    letter.get_by_role("button", name="我已通读全部 2 条").click()
    letter.locator("#sign-name").fill("陈岚")
    letter.get_by_label("我有权代表", exact=False).check()
    letter.get_by_role("button", name="签署").click()
    expect(letter.locator(".item-done")).to_contain_text("陈岚")

    contract = Contract.objects.get()
    contract.revise(by=cast.lena, reason="三天不够")
    term = contract.terms.last()
    contract.change_term(by=cast.lena, term=term, **(term.values | {"text": "五个工作日内答复", "quantity": 5}))
    contract.send(by=cast.lena)
    contract.sign(by=cast.lena, contact=cast.clara, how="paper")
    before = today - timedelta(days=3)
    page.goto(f"/clients/{cast.qingchuan.reference}/agreed/?on={before}&against={today}&differs=1")
    expect(page.locator("main")).to_contain_text("三个工作日内答复")
    expect(page.locator("main")).to_contain_text("五个工作日内答复")
    expect(page.locator("main")).not_to_contain_text("挂号小程序，含后台")
