"""From the queue through the comparison to one client; the old address leads there; and back to two."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.clients.models import Client
from zhike.core.timeline.delivery import deliver_all

pytestmark = pytest.mark.browser


def test_two_become_one_and_two_again(visit: Visit, cast: Cast) -> None:
    twin = Client.objects.add(by=cast.lena, name="晴川医疗", owner=cast.lena, team=cast.lena.team, industry="Medical")
    deliver_all()
    desk = visit(cast.lena, "/duplicates/")
    desk.get_by_role("link", name="Compare and merge").click()
    expect(desk.get_by_role("heading", name="Merge 晴川医疗 into 晴川医疗")).to_be_visible()
    desk.locator(".form").get_by_role("button", name="Merge").click()
    assert f"/clients/{cast.qingchuan.reference}/" in desk.url

    desk.goto(f"/clients/{twin.reference}/")
    assert f"/clients/{cast.qingchuan.reference}/" in desk.url
    desk.locator(".rail").get_by_role("link", name=twin.reference).click()
    desk.locator(".form").get_by_role("button", name="Take apart").click()
    assert f"/clients/{twin.reference}/" in desk.url
    expect(desk.locator("h1").last).to_have_text("晴川医疗")
