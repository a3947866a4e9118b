"""A rule of two levels is built in the editor, and says at once whom it fits."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.clients.segments.models import Segment

pytestmark = pytest.mark.browser


def test_a_nested_rule_is_built_and_kept(visit: Visit, cast: Cast) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Health care", size="250-999")
    page = visit(cast.lena, "/segments/new/")
    page.get_by_label("Name", exact=True).fill("Big in care")
    page.get_by_role("button", name="Condition", exact=True).first.click()
    page.locator("#id_rule-0-value").fill("care")
    expect(page.locator(".rule-count")).to_contain_text("Fits 1 client")
    page.get_by_role("button", name="Group", exact=True).first.click()
    page.locator("#id_rule-1-0-field").select_option("size")
    page.locator("details[data-pick] summary").click()
    page.get_by_label("250–999 people").check()
    expect(page.locator("[data-picked]")).to_have_text("250–999 people")
    expect(page.locator("#id_rule-0-value")).to_have_value("care")
    page.keyboard.press("Escape")
    page.get_by_label("Name", exact=True).press("Enter")  # saves, and presses none of the rule's buttons
    expect(page.locator("h1")).to_have_text("Big in care")
    expect(page.locator(".rule-said")).to_contain_text("Industry contains “care”")
    assert Segment.objects.get().rule == {
        "all": [{"field": "industry", "holds": "care"}, {"any": [{"field": "size", "any_of": ["250-999"]}]}]
    }
