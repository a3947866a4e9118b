"""Which to-dos are which."""

from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


def test_overdue_today_and_in_order(cast: Cast) -> None:
    today = timezone.localdate()
    whenever, late, now = (
        add_todo(cast.qingchuan, by=cast.lena, title="x", due_on=due)
        for due in (None, today - timedelta(days=1), today)
    )
    assert list(Todo.objects.overdue(today)) == [late]
    assert list(Todo.objects.due_today(today)) == [now]
    assert list(Todo.objects.open().in_order()) == [late, now, whenever]


def test_one_sees_ones_own_and_those_of_clients_one_sees(cast: Cast) -> None:
    hers = add_todo(cast.qingchuan, by=cast.lena, title="x")
    private = Todo.objects.add(by=cast.lena, title="Dentist")
    assert set(Todo.objects.visible_to(cast.lena)) == {hers, private}
    assert list(Todo.objects.visible_to(cast.rita)) == [hers]
    assert not Todo.objects.visible_to(cast.ida).exists()
    assert list(Todo.objects.for_person(cast.lena).of_record(cast.qingchuan)) == [hers]
