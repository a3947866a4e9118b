"""A client moves on the board of stages; a move that a rule forbids is refused, and the rule is named."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.clients.stages.models import Stage
from zhike.clients.stages.workflows import move

pytestmark = pytest.mark.browser


def test_a_card_is_dragged_and_a_refused_one_names_the_rule(visit: Visit, cast: Cast) -> None:
    lead = Stage.objects.add(by=cast.mona, name="Lead", kind="lead")
    active = Stage.objects.add(by=cast.mona, name="Active", entry={"field": "industry", "filled": True})
    lead.next_stages.set([active])
    move(cast.qingchuan, lead, by=cast.lena)
    page = visit(cast.lena, "/clients/board/")
    card, column = page.locator("[data-card]", has_text="晴川医疗"), page.locator(f"section[data-state='{active.pk}']")
    card.drag_to(column)
    expect(page.get_by_text("To enter “Active” it must hold: Industry has a value.")).to_be_visible()
    expect(column.locator("[data-card]")).to_have_count(0)
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    page.reload()
    page.get_by_label("Move 晴川医疗").focus()
    page.keyboard.press("Enter")
    page.locator(".menu:visible").get_by_role("button", name="Active").press("Enter")
    expect(column.locator("[data-card]")).to_contain_text("晴川医疗")
