"""A meeting is planned, typed down, confirmed on a phone in Chinese; a promise of it is renegotiated."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.agreements.models import Promise
from zhike.domains.meetings.models import Meeting

pytestmark = pytest.mark.browser
TYPED = (
    "讨论了导视的颜色",
    "! 门诊入口定为三个",
    "> 下周五前给您第二版原型",
    "< @陈总 下周三前给科室名单",
    "+ 下周一订会议室",
    "? 停车场标识",
)


def test_what_was_said_in_a_meeting_is_confirmed_and_renegotiated(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    page = visit(cast.lena, f"/meetings/new/?client={cast.qingchuan.pk}")
    page.get_by_label("Title").fill("双周例会")
    page.get_by_label("Begins").fill(timezone.localtime().strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("陈岚").check()
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("双周例会")
    meeting = Meeting.objects.get()

    page.get_by_role("button", name="Open the minutes").first.click()
    expect(page.locator("#new-line")).to_be_focused()
    for line in TYPED:  # not waiting for any of them to arrive
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    expect(page.locator(".meeting-line")).to_have_count(len(TYPED))
    page.reload()
    assert [one.kind for one in meeting.lines.all()] == ["note", "decision", "promise", "promise", "todo", "parked"]
    page.get_by_role("link", name="Change: 讨论了导视的颜色").press("Enter")
    page.locator(".meeting-line.opened textarea").fill("讨论了导视的颜色和字体")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".meeting-line").first).to_contain_text("和字体")

    page.get_by_role("link", name="Close the minutes").press("Enter")
    page.get_by_role("button", name="Close the minutes").press("Enter")
    link = re.search(r"/l/\S+", page.get_by_label("Message for 陈岚").input_value())
    assert link
    _confirm_all(visit(None, link[0], width=390, height=844, is_mobile=True, has_touch=True), 3)
    page.goto(f"/meetings/{meeting.reference}/")
    expect(page.locator(".meeting-line", has_text="第二版原型")).to_contain_text("Confirmed")

    promise, today = Promise.objects.get(side="us"), timezone.localdate()
    promise.renegotiate(
        by=cast.lena, text="月底前给您第二版原型", due_on=today + timedelta(days=20), reason="医院改了入口",
        agreed_by=cast.clara, how="call", valid_from=today + timedelta(days=1),
    )  # fmt: skip
    page.goto(f"/clients/{cast.qingchuan.reference}/agreed/?on={today}")
    expect(page.locator(".agreed")).to_contain_text("下周五前给您第二版原型")
    expect(page.locator(".agreed")).not_to_contain_text("月底前")
    page.goto(f"/clients/{cast.qingchuan.reference}/agreed/?on={today + timedelta(days=1)}")
    expect(page.locator(".agreed")).to_contain_text("月底前给您第二版原型")
    expect(page.locator(".agreed")).not_to_contain_text("下周五前给您第二版原型")


def _confirm_all(letter: Page, count: int) -> None:
    expect(letter.locator("h1")).to_have_text("陈总，请您看看我们记得对不对")
    assert letter.evaluate("document.documentElement.scrollWidth") <= 390
    for n in range(count):
        letter.get_by_role("button", name="没错").first.click()
        expect(letter.locator(".item-done")).to_have_count(n + 1)
