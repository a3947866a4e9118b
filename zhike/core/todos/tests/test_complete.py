"""Ticking off."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


def test_it_works_for_a_colleague(todo: Todo, cast: Cast) -> None:
    event = todo.complete(by=cast.omar)
    assert (todo.state, event.kind, event.actor) == ("done", "todo.completed", cast.omar)
    assert todo.done_at is not None


def test_it_refuses_a_reader(todo: Todo, cast: Cast) -> None:
    with pytest.raises(Forbidden):
        todo.complete(by=cast.rita)


def test_it_refuses_others_what_is_about_nothing(cast: Cast) -> None:
    private = Todo.objects.add(by=cast.lena, title="Dentist")
    with pytest.raises(Forbidden):
        private.complete(by=cast.omar)
    assert not Todo.objects.visible_to(cast.omar).exists()


def test_it_refuses_what_is_done_or_put_away(todo: Todo, cast: Cast) -> None:
    todo.complete(by=cast.lena)
    with pytest.raises(WrongState):
        todo.complete(by=cast.lena)
    other = add_todo(cast.qingchuan, by=cast.lena, title="Old")
    other.archive(by=cast.lena)
    with pytest.raises(WrongState):
        other.complete(by=cast.lena)


def test_a_repeating_one_makes_its_next_with_all_it_says(cast: Cast) -> None:
    today = timezone.localdate()
    todo = add_todo(cast.clara, by=cast.lena, owner=cast.omar, title="Review", due_on=today, repeat="weekly", notes="n")
    event = todo.complete(by=cast.omar)
    following = Todo.objects.open().get()
    assert following.due_on == today + timedelta(days=7)
    assert (following.owner, following.notes, following.record_id) == (cast.omar, "n", cast.clara.pk)
    assert event.fact("next")["id"] == following.pk
    assert Event.objects.filter(kind="todo.came_round", record_id=following.pk).count() == 1


def test_the_series_is_kept_over_a_short_month(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2026, 1, 30))
    add_todo(cast.qingchuan, by=cast.lena, title="Invoice", due_on=date(2026, 1, 31), repeat="monthly")
    for _time in range(2):
        Todo.objects.open().get().complete(by=cast.lena)
    assert Todo.objects.open().get().due_on == date(2026, 3, 31)
