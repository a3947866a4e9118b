"""Adding a to-do."""

import pytest

from tests.cast import Cast
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.todos.forms import TodoForm
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


def test_it_hangs_on_the_record_and_on_its_clients_timeline(cast: Cast) -> None:
    todo = add_todo(cast.clara, by=cast.lena, title="Ask about the birthday", owner=cast.omar)
    assert (todo.record_type, todo.record_id, todo.client) == ("clients.contact", cast.clara.pk, cast.qingchuan)
    assert todo.first_event.client_id == cast.qingchuan.pk
    assert todo.first_event.fact("owner") == {"id": cast.omar.pk, "text": "Omar"}
    assert list(Todo.objects.of_record(cast.clara)) == [todo] == list(Todo.objects.of_record(cast.qingchuan))


def test_it_belongs_to_its_author_where_nobody_is_named(todo: Todo, cast: Cast) -> None:
    assert todo.owner == cast.lena


def test_it_refuses_a_reader(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        add_todo(cast.qingchuan, by=cast.rita, title="Read on")


def test_the_form_needs_a_title_alone(cast: Cast) -> None:
    form = TodoForm({"title": "Tidy up"}, by=cast.omar)
    assert form.is_valid(), form.errors
    assert form.save(by=cast.omar).owner == cast.omar


def test_the_form_refuses_an_owner_who_does_not_see_what_it_is_about(cast: Cast) -> None:
    form = TodoForm({"title": "Spy", "owner": cast.ida.pk, "client": cast.qingchuan.pk}, by=cast.lena)
    assert not form.is_valid()
    assert "Ida does not see" in str(form.errors)


def test_the_form_offers_only_clients_one_sees(cast: Cast) -> None:
    form = TodoForm({"title": "Spy", "client": cast.qingchuan.reference}, by=cast.ida)
    assert list(form.errors) == ["client"]
