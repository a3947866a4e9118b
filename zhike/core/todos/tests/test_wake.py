"""Taking up what was put off."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.todos.models import Todo


@pytest.fixture
def asleep(todo: Todo, cast: Cast) -> Todo:
    todo.snooze(by=cast.lena, until=timezone.localdate() + timedelta(days=9))
    return todo


def test_it_works(asleep: Todo, cast: Cast) -> None:
    assert asleep.wake(by=cast.omar).kind == "todo.woken"
    assert list(Todo.objects.awake(timezone.localdate())) == [asleep]


def test_it_refuses_a_reader(asleep: Todo, cast: Cast) -> None:
    with pytest.raises(Forbidden):
        asleep.wake(by=cast.rita)


def test_it_refuses_what_is_awake(todo: Todo, cast: Cast) -> None:
    with pytest.raises(WrongState):
        todo.wake(by=cast.lena)
