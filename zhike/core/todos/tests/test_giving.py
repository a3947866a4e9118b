"""Giving a to-do to someone: whoever gets it must see what it is about."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.todos.errors import Unseeing
from zhike.core.todos.forms import TodoForm
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


def test_it_works_among_those_who_see_it(todo: Todo, cast: Cast) -> None:
    todo.amend(by=cast.lena, owner=cast.mona)
    assert todo.owner == cast.mona


def test_it_refuses_who_does_not_see_the_client(todo: Todo, cast: Cast) -> None:
    with pytest.raises(Unseeing, match="Ida does not see"):
        todo.amend(by=cast.lena, owner=cast.ida)
    with pytest.raises(Unseeing):
        add_todo(cast.clara, by=cast.lena, title="Spy", owner=cast.ida)


def test_it_refuses_a_client_which_the_owner_does_not_see(cast: Cast) -> None:
    private = Todo.objects.add(by=cast.ida, title="Think")
    with pytest.raises(Unseeing):
        private.amend(by=cast.ida, client=cast.qingchuan)


def test_the_form_says_so_when_only_the_owner_changes(todo: Todo, cast: Cast) -> None:
    form = TodoForm({"title": "x", "owner": cast.ida.pk, "client": cast.qingchuan.pk}, instance=todo, by=cast.lena)
    assert "Ida does not see" in str(form.errors)


def test_a_list_gives_it_to_nobody_who_does_not_see_it(client: Browser, todo: Todo, cast: Cast) -> None:
    client.force_login(cast.lena)
    client.post(f"/todos/{todo.reference}/cell/owner", {"owner": cast.ida.pk})
    client.post("/todos/bulk/", {"ids": [todo.pk], "action": "set:owner", "owner": cast.ida.pk})
    assert Todo.objects.get().owner == cast.lena


def test_one_that_comes_round_stays_with_its_owner_whatever_they_see(cast: Cast) -> None:
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Review", owner=cast.omar, repeat="daily")
    cast.qingchuan.amend(by=cast.lena, visibility="few")
    todo.complete(by=cast.lena)
    assert Todo.objects.open().get().owner == cast.omar
