"""To-dos and discussion as a person uses them, in a real browser."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client as Session
from playwright.sync_api import Browser, Page

from tests.cast import Cast, make_cast
from zhike.core.discussion.models import Comment
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def page(browser: Browser, live_server: object, cast: Cast) -> Iterator[Page]:
    """A page of Omar's."""
    session = Session()
    session.force_login(cast.omar)
    context = browser.new_context(base_url=live_server.url, locale="en-GB")
    value = session.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def test_a_colleague_is_called_by_a_few_letters(page: Page, cast: Cast) -> None:
    page.goto(f"/discussion/on/{cast.qingchuan.reference}/")
    text = page.get_by_label("Comment", exact=True)
    text.press_sequentially("请 @lin")
    page.get_by_role("option", name="Lena 林娜").wait_for()
    text.press("Enter")
    assert text.input_value() == "请 @Lena 林娜 "
    text.press_sequentially("看一下")
    page.get_by_role("button", name="Comment").click()
    page.locator(".mention", has_text="@Lena 林娜").wait_for()
    assert list(Comment.objects.get().mentions.all()) == [cast.lena]
    assert page.get_by_label("Comment", exact=True).input_value() == ""


def test_a_todo_is_added_put_off_and_ticked_off_without_leaving(page: Page, cast: Cast) -> None:
    add_todo(cast.qingchuan, by=cast.lena, title="Old")
    page.goto(f"/todos/on/{cast.qingchuan.reference}/")
    page.get_by_label("New to-do").fill("Call 陈总")
    page.get_by_role("button", name="Add").click()
    page.get_by_role("button", name="Done: Call 陈总").click()
    page.get_by_text("Lately done").wait_for()
    page.get_by_label("Put off: Old").click()
    page.get_by_role("button", name="Next week").click()
    page.get_by_role("button", name="Take up now: Old").wait_for()
    assert {todo.title: todo.state for todo in Todo.objects.all()} == {"Call 陈总": "done", "Old": "open"}
    assert Todo.objects.get(title="Old").snoozed_until is not None
