"""The composer on the client page: a call with people, mood, follow-up and a file dropped."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Route, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from tests.stories.dropping import carried, drop
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.models import Todo
from zhike.domains.conversations.models import Conversation

pytestmark = pytest.mark.browser
SAID = "陈总 wants the **second** prototype before the fair"


def test_a_call_stands_on_the_timeline_with_all_that_was_said(visit: Visit, cast: Cast) -> None:
    follow_up = timezone.localdate() + timedelta(days=3)
    page = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/")
    page.keyboard.press("l")
    page.keyboard.type(SAID)
    page.locator(".composer-people .pick-person").get_by_text("陈总").click()
    page.get_by_text("When, mood, next step").click()
    page.get_by_label("mood").select_option("good")
    page.get_by_label("Minutes").fill("25")
    page.get_by_label("Next step").fill("Send the drawings")
    page.get_by_label("Follow up on").fill(follow_up.isoformat())
    uploads: list[Route] = []
    page.route("**/files/draft/", lambda route: uploads.append(route))
    drop(page.locator("form.composer"), carried(page, "drawings.txt", "Front and side"))
    expect(page.locator(".composer .file-name")).to_have_text("drawings.txt")
    page.locator("#said").focus()
    page.keyboard.press("Control+Enter")
    uploads.pop().continue_()

    told = page.locator(".timeline .event").filter(has_text="wants the second prototype")
    expect(told.locator("strong", has_text="second")).to_be_visible()
    for words in ("陈总", "Good mood", "25 minutes", "Send the drawings", "drawings.txt"):
        expect(told).to_contain_text(words)
    expect(page.locator("#said")).to_have_value("")
    deliver_all()
    cast.qingchuan.refresh_from_db()
    conversation = Conversation.objects.get()
    assert (cast.qingchuan.next_follow_up, cast.qingchuan.last_contact_at) == (follow_up, conversation.happened_at)
    assert Todo.objects.get().title == "Send the drawings"
