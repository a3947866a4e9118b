"""Whoever leads a team sees what needs them and who carries how much, and each number opens its list."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.agreements.models import Promise
from zhike.clients.models import Client
from zhike.clients.tiers.models import Tier
from zhike.clients.tiers.overriding import ask_for_tier
from zhike.core.access.models import User
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log
from zhike.surfaces.console.my_team import load_of


@pytest.fixture
def busy(cast: Cast) -> Cast:
    """Lena is late and owes an answer; Ida, whom Mona does not lead, as well."""
    today = timezone.localdate()
    for person, client in ((cast.lena, cast.qingchuan), (cast.ida, cast.tramlight)):
        said = {"by": person, "client": client}
        for days in (1, 2, -3):
            add_todo(client, by=person, title=f"Offer of {person}", owner=person, due_on=today - timedelta(days=days))
        log(**said, kind="mail", direction="in", state="waiting", text=f"A question for {person}")
        promise = {**said, "owner": person, "due_on": today - timedelta(days=1)}
        Promise.objects.add(**promise, text=f"Late of {person}")
        Promise.objects.add(**promise, text=f"Broken of {person}").breach(by=person, reason="Ill")
    tier = Tier.objects.add(by=cast.ada, name="Key", mark="A")
    ask_for_tier(cast.qingchuan, by=cast.lena, tier=tier, reason="Three projects more")
    return cast


def test_it_says_what_needs_whoever_leads(client: Browser, busy: Cast) -> None:
    client.force_login(busy.mona)
    page = client.get("/team/").text
    for part in ("to_decide", "waiting_longest", "late_todos", "late_promises", "broken_promises", "bare_in_the_team"):
        assert f'id="{part}"' in page, part
    for said in ("Offer of Lena", "A question for Lena", "Late of Lena", "Broken of Lena"):
        assert said in page
    assert "two late to-dos" in page and "one message" in page
    assert "of Ida" not in page and "for Ida" not in page


def test_each_number_of_the_load_is_that_of_its_list(busy: Cast) -> None:
    loads = {one.person: one.numbers for one in load_of(busy.mona)}
    assert set(loads) == {busy.mona, busy.lena, busy.omar}
    assert [number for number, _url in loads[busy.lena]] == [1, 3, 2, 1, 1]
    for numbers in loads.values():
        for number, url in numbers:
            name, _query, words = url.strip("/").partition("/?")
            assert Listing(RESOURCES[name], busy.mona, QueryDict(words)).matching.count() == number, url


def test_nobody_else_has_it(client: Browser, cast: Cast) -> None:
    for person, status in ((cast.lena, 403), (cast.rita, 403), (cast.mona, 200), (cast.ada, 200)):
        client.force_login(person)
        assert client.get("/team/").status_code == status
        assert ('href="/team/"' in client.get("/").text) == (status == 200)


def test_whom_one_leads(cast: Cast) -> None:
    """Those below; a manager with nobody below leads the team; an administrator everyone."""
    assert set(cast.mona.leads) == {cast.mona.pk, cast.lena.pk, cast.omar.pk}
    assert set(cast.ada.leads) == set(User.objects.at_work().values_list("pk", flat=True))
    assert cast.lena.leads == cast.rita.leads == []
    nils = User.objects.add(by=cast.ada, name="Nils", email="nils@zhike.example", role="manager", team=cast.ida.team)
    assert set(nils.leads) == {nils.pk, cast.ida.pk}


def test_lists_know_those_one_leads(client: Browser, cast: Cast) -> None:
    Client.objects.add(by=cast.omar, name="Omar’s", owner=cast.omar)
    client.force_login(cast.mona)
    page = client.get("/clients/?owner=led").text
    assert "Omar’s" in page and "晴川医疗" in page and "Tramlight" not in page and "Those I lead" in page
    client.force_login(cast.lena)
    assert "Those I lead" not in client.get("/clients/filters/").text


def test_without_the_area_it_has_no_figures(client: Browser, cast: Cast) -> None:
    from zhike.core.access.preferences import change_company

    client.force_login(cast.mona)
    assert "/figures/activity/?owner=led" in client.get("/team/").text
    change_company(by=cast.ada, areas_off=["figures"])
    assert "/figures/" not in client.get("/team/").text
