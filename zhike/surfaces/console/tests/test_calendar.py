"""The calendar: what is due on which day, for whom; holidays; moving."""

from datetime import date, timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.plans.models import Plan
from zhike.core.clock.models import Calendar
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


def sign_in(person: object) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


def seen(reader: object, /, **query: object) -> str:
    return sign_in(reader).get("/calendar/", query).content.decode()


@pytest.fixture
def todo(cast: Cast) -> Todo:
    return add_todo(cast.qingchuan, by=cast.lena, title="Send the draft", owner=cast.lena, due_on=timezone.localdate())


@pytest.mark.parametrize("view", ["week", "month"])
def test_it_shows_todos_and_planned_contacts_on_their_day(cast: Cast, todo: Todo, view: str) -> None:
    Plan.objects.add(by=cast.lena, client=cast.qingchuan, owner=cast.lena, every=5, about="Weekly word")
    page = seen(cast.lena, view=view)
    assert "Send the draft" in page
    assert "晴川医疗" in page
    soon = Plan.objects.get().due_on
    assert "Weekly word" in seen(cast.lena, view=view, day=soon)
    assert "Send the draft" not in seen(cast.lena, view=view, day=timezone.localdate() + timedelta(days=70))


def test_holidays_and_make_up_days_are_marked(cast: Cast) -> None:
    own = {"days_off": {"2027-03-10": "Outing"}, "days_worked": {"2027-03-13": "wed"}}
    Calendar.objects.default().amend(by=cast.ada, **own)
    page = seen(cast.lena, day="2027-03-01")
    assert "Outing" in page
    assert page.count("<sup class") == 1
    assert page.count("<sup>") == 1


def test_a_manager_sees_the_days_of_the_people_below_and_nobody_elses(cast: Cast, todo: Todo) -> None:
    assert "Send the draft" in seen(cast.mona, person=cast.lena.pk)
    assert "Send the draft" in seen(cast.mona, person="all")
    assert "Send the draft" not in seen(cast.mona)
    assert "Send the draft" not in seen(cast.omar, person=cast.lena.pk)


def test_a_todo_is_moved_to_another_day(cast: Cast, todo: Todo) -> None:
    said = {"reference": todo.reference, "day": "2030-05-08", "next": "/calendar/?view=week"}
    answer = sign_in(cast.lena).post("/calendar/move/", said)
    assert (answer.status_code, answer.url) == (302, "/calendar/?view=week")
    todo.refresh_from_db()
    assert todo.due_on == date(2030, 5, 8)


def test_moving_refuses_readers_strangers_and_what_has_no_day(cast: Cast, todo: Todo) -> None:
    said = {"reference": todo.reference, "day": "2030-05-08"}
    assert sign_in(cast.rita).post("/calendar/move/", said).status_code == 403
    assert sign_in(cast.ida).post("/calendar/move/", said).status_code == 404
    assert sign_in(cast.lena).post("/calendar/move/", said | {"reference": "CL-1"}).status_code == 404
    sign_in(cast.lena).post("/calendar/move/", said | {"day": "2030-13-77"})
    todo.refresh_from_db()
    assert todo.due_on == timezone.localdate()


def test_nonsense_in_the_address_is_today(cast: Cast) -> None:
    for query in ({"day": "x"}, {"view": "y"}, {"person": "9999999999999999999999"}, {"day": "9999-12-31"}):
        assert sign_in(cast.lena).get("/calendar/", query).status_code == 200
