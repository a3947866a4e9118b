"""A rule is built by mouse and keyboard, and while nobody looks a client comes in by it."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from tests.stories.site import environment, working
from zhike.clients.segments.models import Membership, Segment
from zhike.core.timeline.models import Undelivered

pytestmark = pytest.mark.browser
AT_MOST = 10.0  # seconds from an edit to the move
INSIDE = {"all": [{"field": "tags", "any_of": ["key"]}, {"any": [{"field": "industry", "holds": "care"},
                                                                  {"field": "city", "begins": "杭"}]}]}  # fmt: skip


def test_a_nested_rule_is_built_saved_and_lets_a_client_in(visit: Visit, cast: Cast) -> None:
    cast.qingchuan.amend(by=cast.lena, tags=["key"], industry="Trams", city="宁波")
    page = visit(cast.lena, "/segments/new/")
    page.get_by_role("textbox", name="Name").fill("Key and near")
    rule, count = page.locator("#rule-rule"), page.locator(".rule-count")

    page.get_by_role("button", name="Condition", exact=True).click()
    _choose(page, "rule-0", "Tags", "has any of")
    page.locator("[name=rule-0-value]").fill("key")
    expect(count).to_contain_text("Fits 1 client")

    page.get_by_role("button", name="Group", exact=True).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=rule-1-0-field]")).to_be_focused()
    _choose(page, "rule-1-0", "Industry", "contains")
    page.locator("[name=rule-1-0-value]").fill("care")
    expect(count).to_contain_text("Fits 0 clients")
    rule.locator(".rule-block .rule-block").get_by_role("button", name="Condition", exact=True).press("Enter")
    expect(page.locator("[name=rule-1-1-field]")).to_be_focused()
    _choose(page, "rule-1-1", "City", "begins with")
    page.locator("[name=rule-1-1-value]").fill("杭")
    expect(page.locator("[name=rule-1-0-value]")).to_have_value("care")
    page.keyboard.press("Enter")
    page.wait_for_url("**/segments/SE-*/")
    segment = Segment.objects.get(name="Key and near")
    assert segment.rule == INSIDE

    with working(environment()):
        _until(lambda: Segment.objects.filter(pk=segment.pk, filled_at__isnull=False).exists(), 60)
        _until(lambda: not Undelivered.objects.exists(), 60)  # else one move tells of all edits since the beginning
        assert not Membership.objects.present().exists()
        edit = visit(cast.omar, f"/clients/{cast.qingchuan.reference}/edit/")
        edit.get_by_label("City").fill("杭州")
        edit.get_by_role("button", name="Save").click()
        edit.wait_for_url(f"**/clients/{cast.qingchuan.reference}/")
        _until(lambda: Membership.objects.present().filter(segment=segment, client=cast.qingchuan).exists(), AT_MOST)
    page.reload()
    expect(page.locator(".segment-members")).to_contain_text("晴川医疗")
    expect(page.locator(".moves")).to_contain_text("City changed")
    edit.reload()
    expect(edit.locator(".timeline")).to_contain_text("Came into the segment Key and near: City changed")


def _choose(page: Page, path: str, field: str, operator: str) -> None:
    """Each choice brings the editor again from the server."""
    for part, words in (("field", field), ("operator", operator)):
        chosen = page.locator(f"[name={path}-{part}]")
        if chosen.locator("option:checked").inner_text() != words:
            with page.expect_response("**/rules/edit/**"):
                chosen.select_option(label=words)
            expect(page.locator(f"[name={path}-{part}] option:checked")).to_have_text(words)
            expect(page.locator(f"[name={path}-was]")).to_have_value(_said(page, path))


def _said(page: Page, path: str) -> str:
    return ":".join(page.locator(f"[name={path}-{part}]").input_value() for part in ("field", "operator"))


def _until(holds: object, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until, "It did not happen in time."
        time.sleep(0.1)
