"""Putting off."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.todos.errors import NotLater
from zhike.core.todos.models import Todo
from zhike.core.todos.snoozing import SnoozeForm, chosen_day


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def test_it_is_out_of_sight_until_that_morning(todo: Todo, cast: Cast) -> None:
    event = todo.snooze(by=cast.omar, until=tomorrow())
    today = timezone.localdate()
    assert event.fact("until") == tomorrow().isoformat()
    assert not Todo.objects.awake(today).exists()
    assert list(Todo.objects.snoozed(today)) == [todo]
    assert list(Todo.objects.awake(tomorrow())) == [todo]


def test_it_refuses_a_reader(todo: Todo, cast: Cast) -> None:
    with pytest.raises(Forbidden):
        todo.snooze(by=cast.rita, until=tomorrow())


def test_it_refuses_a_day_that_has_come(todo: Todo, cast: Cast) -> None:
    with pytest.raises(NotLater, match="later day"):
        todo.snooze(by=cast.lena, until=timezone.localdate())


def test_it_refuses_what_is_done(todo: Todo, cast: Cast) -> None:
    todo.complete(by=cast.lena)
    with pytest.raises(WrongState):
        todo.snooze(by=cast.lena, until=tomorrow())


@pytest.mark.django_db
def test_the_usual_choices() -> None:
    eve = date(2025, 9, 30)  # before the week of the National Day, whose make-up day is 11 October
    assert chosen_day("tomorrow", eve) == date(2025, 10, 1)
    assert chosen_day("workday", eve) == date(2025, 10, 9)
    assert chosen_day("workday", date(2025, 10, 10)) == date(2025, 10, 11)
    assert chosen_day("week", eve) == date(2025, 10, 6)
    assert chosen_day("month", date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{"soon": "tomorrow"}, {"until": tomorrow()}, {"soon": "day", "until": tomorrow()}])
def test_the_form_gives_the_day_alone(said: dict) -> None:
    form = SnoozeForm(said)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"until": tomorrow()}


@pytest.mark.parametrize("said", [{}, {"soon": "day"}, {"until": "2020-01-01"}, {"until": "soon"}])
def test_the_form_refuses_no_day_and_days_gone_by(said: dict) -> None:
    assert list(SnoozeForm(said).errors) == ["until"]
