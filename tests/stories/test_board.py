"""Cards move by their menu and by dragging: both take the same step."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.workflows import log

pytestmark = pytest.mark.browser


def test_a_card_moves_by_menu_and_by_drag(visit: Visit, cast: Cast) -> None:
    ask = {"by": cast.lena, "client": cast.qingchuan, "kind": "mail", "direction": "in", "state": "waiting"}
    log(text="When does it come?", **ask)
    log(text="What does it cost?", **ask)
    page = visit(cast.lena, "/conversations/board/")
    answered = page.locator("section[data-state=answered]")
    page.get_by_label("Move When does it come?").click()
    page.locator(".menu:visible").get_by_role("button", name="Mark as answered").click()
    expect(answered.locator("[data-card]")).to_contain_text("When does it come?")
    page.locator("[data-card]", has_text="What does it cost?").drag_to(answered)
    expect(answered.locator("[data-card]")).to_have_count(2)
    assert set(Conversation.objects.values_list("state", flat=True)) == {"answered"}
