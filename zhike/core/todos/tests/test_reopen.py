"""Not done after all."""

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


def test_it_works(todo: Todo, cast: Cast) -> None:
    todo.complete(by=cast.omar)
    assert todo.reopen(by=cast.lena).kind == "todo.reopened"
    assert todo.is_open
    assert todo.done_at is None


def test_it_makes_no_second_series(cast: Cast) -> None:
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Review", due_on=timezone.localdate(), repeat="daily")
    todo.complete(by=cast.lena)
    todo.reopen(by=cast.lena)
    todo.complete(by=cast.lena)
    assert Todo.objects.open().count() == 1


def test_it_refuses_a_reader(todo: Todo, cast: Cast) -> None:
    todo.complete(by=cast.lena)
    with pytest.raises(Forbidden):
        todo.reopen(by=cast.rita)


def test_it_refuses_what_is_open(todo: Todo, cast: Cast) -> None:
    with pytest.raises(WrongState):
        todo.reopen(by=cast.lena)
