"""The company's settings change."""

import pytest

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.access.preferences import change_company, company
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event


def test_all_pages_know_at_once_and_history_says_who(cast: Cast) -> None:
    change_company(by=cast.ada, name="Pier 栈桥")
    assert company().name == "Pier 栈桥"
    told = Event.objects.get(kind="company.changed")
    assert (told.actor, told.facts["changed"]["name"][1]) == (cast.ada, "Pier 栈桥")


def test_nothing_is_told_when_nothing_changes(cast: Cast) -> None:
    change_company(by=cast.ada, name="Pier")
    change_company(by=cast.ada, name="Pier")
    assert Event.objects.filter(kind="company.changed").count() == 1


def test_it_refuses_everyone_but_administrators(cast: Cast) -> None:
    for person in (cast.mona, cast.lena, cast.rita):
        with pytest.raises(Forbidden):
            change_company(by=person, name="Mine")


def test_it_narrows_who_sees_clients(cast: Cast) -> None:
    change_company(by=cast.ada, client_visibility="everyone")
    open_one = Client.objects.add(by=cast.lena, name="Open", owner=cast.lena, team=cast.lena.team)
    assert open_one in Client.objects.visible_to(cast.ida)
    change_company(by=cast.ada, client_visibility="team")
    assert open_one not in Client.objects.visible_to(cast.ida)
    assert open_one in Client.objects.visible_to(cast.omar)
    change_company(by=cast.ada, client_visibility="few")
    assert open_one not in Client.objects.visible_to(cast.omar)
    assert open_one in Client.objects.visible_to(cast.mona)
