"""Starting a playbook for a client."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.clients.playbooks.errors import AlreadyRunning
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook, Run
from zhike.clients.playbooks.workflows import start, start_many
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import at
from zhike.core.todos.models import Todo
from zhike.core.todos.working_days import working_days_after


def titles(cast: Cast) -> list[str]:
    return [todo.title for todo in Todo.objects.open().of_record(cast.qingchuan).order_by("pk")]


def test_it_gives_the_client_its_to_dos_and_tells_once(welcome: Playbook, cast: Cast) -> None:
    start(welcome, cast.qingchuan, by=cast.omar)
    assert titles(cast) == ["Say welcome", "Send the rules of engagement"]
    told = Event.objects.get(kind="playbook.started")
    assert (told.client_id, told.actor, told.fact("playbook")) == (cast.qingchuan.pk, cast.omar, "Welcome")
    assert Event.objects.filter(kind="todo.added", client=cast.qingchuan).count() == 2


def test_they_are_due_by_the_working_calendar(welcome: Playbook, cast: Cast) -> None:
    eve = timezone.make_aware(datetime(2025, 9, 30, 10))  # the week of the National Day follows
    with at(eve):
        start(welcome, cast.qingchuan, by=cast.lena)
    due = dict(Todo.objects.values_list("title", "due_on"))
    assert due == {"Say welcome": date(2025, 9, 30), "Send the rules of engagement": date(2025, 10, 10)}


@pytest.mark.django_db
def test_no_working_days_means_today_or_the_next_one_that_is_worked() -> None:
    assert working_days_after(date(2025, 9, 30), 0) == date(2025, 9, 30)
    assert working_days_after(date(2025, 10, 1), 0) == date(2025, 10, 9)
    assert working_days_after(date(2025, 10, 10), 1) == date(2025, 10, 11)  # a make-up Saturday


def test_each_goes_to_whom_the_line_names_or_else_the_owner(cast: Cast) -> None:
    lines = [Line("A", who="deputy"), Line("B", who=str(cast.ida.pk)), Line("C", who=str(cast.omar.pk))]
    book = Playbook.objects.add(by=cast.mona, name="Who", keeper=cast.mona, lines=[line.kept for line in lines])
    start(book, cast.qingchuan, by=cast.omar)
    owners = dict(Todo.objects.values_list("title", "owner__name"))
    assert owners == {"A": "Lena 林娜", "B": "Lena 林娜", "C": "Omar"}  # no deputy; Ida does not see the client


def test_a_client_which_nobody_owns_leaves_them_to_the_keeper(welcome: Playbook, cast: Cast) -> None:
    lost = Client.objects.add(by=cast.ada, name="Nobody’s")
    start(welcome, lost, by=User.objects.system(), occasion="stage:1")
    assert set(Todo.objects.values_list("owner", flat=True)) == {cast.mona.pk}


def test_it_starts_once_for_each_occasion(welcome: Playbook, cast: Cast) -> None:
    for _again in range(2):
        start_many(welcome, [cast.qingchuan.pk, cast.tramlight.pk], by=cast.mona, occasion="stage:7")
    assert Run.objects.count() == 2
    assert Todo.objects.count() == 4


def test_by_hand_it_is_refused_while_it_runs(welcome: Playbook, cast: Cast) -> None:
    start(welcome, cast.qingchuan, by=cast.lena)
    with pytest.raises(AlreadyRunning, match="runs for this client already"):
        start(welcome, cast.qingchuan, by=cast.lena, occasion="another")
    assert len(titles(cast)) == 2


def test_it_refuses_a_reader(welcome: Playbook, cast: Cast) -> None:
    with pytest.raises(Forbidden):
        start(welcome, cast.qingchuan, by=cast.rita)
    assert not Todo.objects.exists()


def test_its_statements_do_not_grow_with_the_clients(
    welcome: Playbook, cast: Cast, django_assert_max_num_queries
) -> None:
    many = [Client.objects.add(by=cast.lena, name=f"Client {n}", owner=cast.lena).pk for n in range(14)]
    start_many(welcome, many[:2], by=cast.mona, occasion="first")
    for some in (many[2:4], many[4:]):
        with django_assert_max_num_queries(15):
            start_many(welcome, some, by=cast.mona, occasion="first")
