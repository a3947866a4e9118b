"""A chart is drawn from its table, and a pressed bar opens the list that it counts."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.domains.conversations.workflows import log

pytestmark = pytest.mark.browser


def test_a_pressed_bar_opens_its_list(visit: Visit, cast: Cast) -> None:
    for kind in ("call", "call", "visit"):
        log(by=cast.lena, client=cast.qingchuan, kind=kind, text="Talk")
    page = visit(cast.lena)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto("/figures/activity/?period=4w")
    canvas = page.locator(".picture-chart canvas")
    expect(canvas).to_be_visible()
    last = page.locator("tbody tr").last.locator("td a").first
    expect(last).to_have_text("2")
    page.wait_for_timeout(400)
    box = canvas.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.88, box["y"] + box["height"] * 0.75)  # the foot of the last bar
    page.wait_for_url("**/conversations/**kind=call**")
    expect(page.locator("tbody tr")).to_have_count(2)
    assert faults == []
