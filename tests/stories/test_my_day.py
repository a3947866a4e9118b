"""A to-do is ticked off where the day begins."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.core.todos.workflows import add_todo

pytestmark = pytest.mark.browser


def test_a_todo_is_ticked_off_and_taken_up_again(visit: Visit, cast: Cast) -> None:
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Write the offer", owner=cast.lena, due_on=timezone.localdate())
    page = visit(cast.lena)
    tick = page.locator("#due").get_by_role("button", name="Write the offer")
    tick.click()
    expect(tick).to_have_attribute("aria-pressed", "true")
    todo.refresh_from_db()
    assert todo.state == "done"
    tick.click()
    expect(tick).to_have_attribute("aria-pressed", "false")
