"""Putting away and bringing back."""

import pytest

from zhike.clients.models import Client
from zhike.core.access.models import Team
from zhike.core.lifecycle.errors import Forbidden, WrongState


def test_it_leaves_the_lists_and_comes_back(qingchuan, lena):
    qingchuan.archive(by=lena)
    assert qingchuan not in Client.objects.standing()
    qingchuan.restore(by=lena)
    assert qingchuan in Client.objects.standing()


def test_it_refuses_twice(qingchuan, lena):
    qingchuan.archive(by=lena)
    with pytest.raises(WrongState):
        qingchuan.archive(by=lena)


def test_it_refuses_a_reader(qingchuan, rita):
    with pytest.raises(Forbidden):
        qingchuan.archive(by=rita)


def test_who_may_not_change_it_may_not_put_it_away(cast):
    with pytest.raises(Forbidden):
        Team.objects.first().archive(by=cast.lena)
