"""The next follow-up of a client is the soonest day of its open to-dos."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.follow_ups import lately_woken, refresh_follow_ups
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo

pytestmark = pytest.mark.django_db


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def follow_up(client: object) -> date | None:
    deliver_all()
    client.refresh_from_db()
    return client.next_follow_up


def test_it_is_the_soonest_and_the_version_stays(cast: Cast) -> None:
    for days in (5, 2, 9):
        add_todo(cast.qingchuan, by=cast.lena, title="Call", due_on=day(days))
    assert follow_up(cast.qingchuan) == day(2)
    assert cast.qingchuan.version == 1


def test_it_moves_on_when_the_soonest_is_done_put_off_or_put_away(cast: Cast) -> None:
    first, second, third, fourth = (
        add_todo(cast.clara, by=cast.lena, title="Call", due_on=day(days)) for days in (1, 2, 3, 4)
    )
    first.complete(by=cast.lena)
    assert follow_up(cast.qingchuan) == day(2)
    second.snooze(by=cast.lena, until=day(30))
    assert follow_up(cast.qingchuan) == day(3)
    third.archive(by=cast.lena)
    assert follow_up(cast.qingchuan) == day(4)
    fourth.amend(by=cast.lena, client=None)
    assert follow_up(cast.qingchuan) is None
    second.wake(by=cast.lena)
    assert follow_up(cast.qingchuan) == day(2)


def test_it_comes_back_on_the_morning_after_being_put_off(cast: Cast) -> None:
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Call", due_on=day(1))
    todo.snooze(by=cast.lena, until=day(3))
    assert follow_up(cast.qingchuan) is None
    Todo.objects.filter(pk=todo.pk).update(snoozed_until=day(0))
    assert lately_woken() == {cast.qingchuan.pk}
    refresh_follow_ups(lately_woken())
    assert follow_up(cast.qingchuan) == day(1)
