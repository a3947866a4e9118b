"""Lena asks for another tier; Mona, on the way, agrees with one tap; the client's page and history say so."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.clients.tiers.models import Tier
from zhike.core.timeline.delivery import deliver_all

pytestmark = pytest.mark.browser


def test_it_is_asked_at_the_desk_and_approved_on_the_phone(visit: Visit, cast: Cast) -> None:
    Tier.objects.add(by=cast.ada, name="Key", mark="A", contact_days=10)
    deliver_all()
    desk = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/")
    desk.get_by_label("More", exact=True).first.click()
    desk.get_by_role("link", name="Another tier…").click()
    desk.locator("#dialog [name=tier]").select_option(label="Key")
    expect(desk.locator("#dialog .topbar")).to_have_count(0)
    desk.locator("#dialog [name=reason]").fill("Three projects more")
    desk.locator("#dialog").get_by_role("button", name="Ask for it").click()
    expect(desk.locator(".rail")).to_contain_text("Tier Key for 晴川医疗")

    phone = visit(cast.mona, "/", width=390, height=844, is_mobile=True, has_touch=True)
    waiting = phone.locator("#to_decide")
    expect(waiting).to_contain_text("Three projects more")
    waiting.get_by_label("Reason").fill("Fine")
    waiting.get_by_role("button", name="Approve").tap()
    expect(phone.locator("#to_decide")).to_have_count(0)

    desk.reload()
    expect(desk.locator(".client-facts .badge", has_text="A")).to_be_visible()
    expect(desk.locator(".rail")).to_contain_text("by hand, approved by Mona")
    expect(desk.locator(".flow")).to_contain_text("Lena 林娜 asked, Mona approved: Three projects more")
