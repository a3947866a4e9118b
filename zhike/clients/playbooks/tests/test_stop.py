"""Stopping a playbook at a client."""

import pytest

from tests.cast import Cast
from zhike.clients.playbooks.models import Playbook
from zhike.clients.playbooks.workflows import start, stop
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo


def test_what_is_open_is_withdrawn_and_what_is_done_stays(welcome: Playbook, cast: Cast) -> None:
    run = start(welcome, cast.qingchuan, by=cast.lena)
    Todo.objects.get(title="Say welcome").complete(by=cast.lena)
    assert stop(run, by=cast.omar, why="They moved house") == 1
    assert not Todo.objects.open().exists()
    assert Todo.objects.get(title="Say welcome").archived_at is None
    told = Event.objects.get(kind="playbook.stopped")
    assert (told.actor, told.fact("withdrawn"), told.fact("why")) == (cast.omar, 1, "They moved house")


def test_after_it_the_playbook_can_start_again(welcome: Playbook, cast: Cast) -> None:
    stop(start(welcome, cast.qingchuan, by=cast.lena), by=cast.lena)
    start(welcome, cast.qingchuan, by=cast.lena, occasion="a second time")
    assert Todo.objects.open().count() == 2


def test_it_refuses_a_reader(welcome: Playbook, cast: Cast) -> None:
    run = start(welcome, cast.qingchuan, by=cast.lena)
    with pytest.raises(Forbidden):
        stop(run, by=cast.rita)
    assert Todo.objects.open().count() == 2


def test_it_refuses_what_has_ended(welcome: Playbook, cast: Cast) -> None:
    run = start(welcome, cast.qingchuan, by=cast.lena)
    stop(run, by=cast.lena)
    with pytest.raises(WrongState):
        stop(run, by=cast.lena)
