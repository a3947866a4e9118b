"""The day as one sentence, and the numbers beside its headings: they say what there is, however much is shown."""

from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.agreements.models import Promise
from zhike.core.todos.workflows import add_todo

pytestmark = pytest.mark.django_db


def promise(cast: Cast, days: int) -> None:
    said = {"text": "三个首页方案", "side": "us", "client": cast.qingchuan, "contact": cast.clara}
    Promise.objects.add(by=cast.lena, owner=cast.lena, due_on=timezone.localdate() + timedelta(days=days), **said)


def page(browser: Browser, person) -> str:
    browser.force_login(person)
    return browser.get("/").text


def test_it_begins_with_the_promises_that_are_due(client: Browser, cast: Cast) -> None:
    promise(cast, -3), promise(cast, 0), promise(cast, 1)
    assert '<a href="#promised">two promises</a>, and nobody waits' in page(client, cast.lena)
    add_todo(cast.qingchuan, by=cast.lena, title="Write", owner=cast.lena, due_on=timezone.localdate())
    assert '<a href="#promised">two promises</a> and <a href="#due">one thing</a>' in page(client, cast.lena)
    assert "promises</a>" not in page(client, cast.ida)


def test_the_number_is_that_of_all_and_not_of_those_shown(client: Browser, cast: Cast) -> None:
    for days in range(11):
        promise(cast, days)
    assert '>What I promised</h2><span class="count">11</span>' in page(client, cast.lena)


def test_what_was_done_today_stands_apart_with_its_hour(client: Browser, cast: Cast) -> None:
    todo = add_todo(
        cast.qingchuan, by=cast.lena, title="Write", owner=cast.lena, due_on=timezone.localdate() - timedelta(days=9)
    )
    todo.complete(by=cast.lena)
    text = page(client, cast.lena)
    assert "Due today" not in text
    done = text.partition("Done today")[2].partition("</section>")[0]
    assert f"{timezone.localtime(todo.done_at):%H:%M}</time>" in done
    assert f'datetime="{todo.due_on}"' not in done
