"""No, because …, but we can …: the ways are written and changed, and one is chosen on a phone in Chinese."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.agreements.models import Decision
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.core.mail.models import Letter

pytestmark = pytest.mark.browser


def test_the_team_changes_a_way_and_the_client_chooses_it_on_a_phone(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh", emails=["chen@qingchuan.example"])
    made = Tradeoff.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="首页做几个入口？",
        wish="六一前四个入口全部上线", because="两位设计师，只有十八个工作日",
    )  # fmt: skip
    later = timezone.localdate() + timedelta(days=40)
    made.add_way(by=cast.lena, title="先上两个入口", scope="挂号与缴费", consequences="其余推后")
    made.add_way(by=cast.lena, title="晚一个月", scope="四个入口", on=later, consequences="错过六一活动")

    page = visit(cast.lena, f"/tradeoffs/{made.reference}/")
    page.get_by_role("link", name="Change: 先上两个入口").click()
    expect(page.get_by_label("What is done")).to_have_value("挂号与缴费")
    page.get_by_label("In a few words").fill("先上三个入口")
    page.get_by_label("What is done").fill("挂号、缴费与报告")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".tradeoff-ways")).to_contain_text("先上三个入口")

    made.refresh_from_db()
    made.send(by=cast.lena, mail=True, anyway=True)
    link = re.search(r"/l/\S+", Letter.objects.get().text)
    assert link
    phone = visit(None, link[0], width=390, height=844, is_mobile=True, has_touch=True, locale="zh-CN")
    expect(phone.locator("main")).to_contain_text("六一前四个入口全部上线")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("button", name="选这个：先上三个入口").click()
    expect(phone.locator(".item-done")).to_be_visible()

    decision = Decision.objects.get()
    assert (decision.confirmed_by, decision.confirmed_how) == (cast.clara, "link")
    assert "挂号、缴费与报告" in decision.text and decision.alternatives == "晚一个月"
    page.goto(f"/tradeoffs/{made.reference}/")
    page.get_by_role("link", name="Their decision in the ledger").click()
    expect(page.locator(".entry-words")).to_contain_text("先上三个入口")
