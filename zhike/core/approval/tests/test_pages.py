"""Decisions on their page, the client's page and My day: one tap, and a reason."""

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.approval.tests.conftest import NAME, Asks
from zhike.core.approval.workflows import ask


def test_my_day_and_the_list_hold_what_waits_for_me(client: Browser, asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, reason="Everyone says so")
    client.force_login(cast.mona)
    for at in ("/", "/approvals/?waits=me"):
        assert "Call 晴川医疗 “晴川”" in client.get(at).text
    assert 'but <a href="#to_decide">one decision</a> waits for you' in client.get("/").text
    assert "Everyone says so" in client.get(f"/approvals/{approval.reference}/").text
    client.force_login(cast.omar)
    assert "Call 晴川医疗" not in client.get("/").text
    assert "Call 晴川医疗" in client.get("/approvals/?all=1").text


def test_where_nothing_waits_the_list_says_so_and_speaks_of_no_filter(client: Browser, cast: Cast) -> None:
    client.force_login(cast.mona)
    page = client.get("/approvals/?waits=me").text
    assert ("Nothing waits for your decision." in page, "Take one away" in page) == (True, False)
    assert "Take one away" in client.get("/approvals/?waits=me&state=refused").text


def test_the_heading_on_my_day_counts_those_too_that_are_not_shown(
    client: Browser, asks: Asks, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhike.core.approval.parts.SHOWN", 2)
    asks(cast.mona)
    for name in ("One", "Two"):
        other = Client.objects.add(by=cast.lena, name=name, owner=cast.lena)
        ask(NAME, other, by=cast.lena, proposed={"short_name": "晴川"})
    client.force_login(cast.mona)
    section = client.get("/").text.partition('<section id="to_decide"')[2].partition("</section>")[0]
    assert '<span class="count">3</span>' in section
    assert section.count('<li class="asked') == 2
    assert '<a class="link" href="/approvals/?waits=me">' in section


def test_one_tap_approves_and_leads_back(client: Browser, asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    client.force_login(cast.mona)
    assert client.post(f"/approvals/{approval.reference}/step/approve/", {"reason": "", "next": "/"}).url == "/"
    assert Client.objects.filter(short_name="晴川").exists()


def test_a_refusal_without_a_reason_asks_for_it(client: Browser, asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    client.force_login(cast.mona)
    answer = client.post(f"/approvals/{approval.reference}/step/refuse/", {"reason": ""})
    assert (answer.status_code, "Say why you refuse" in answer.text) == (422, True)
    client.post(f"/approvals/{approval.reference}/step/refuse/", {"reason": "Too short"})
    approval.refresh_from_db()
    assert approval.state == "refused"


@pytest.mark.parametrize("name", ["omar", "rita", "lena"])
def test_who_may_not_decide_is_offered_nothing(client: Browser, asks: Asks, cast: Cast, name: str) -> None:
    approval = asks(cast.mona)
    client.force_login(getattr(cast, name))
    page = client.get(f"/approvals/{approval.reference}/").text
    assert ("step/approve/" in page, "step/withdraw/" in page) == (False, name == "lena")
    assert client.post(f"/approvals/{approval.reference}/step/approve/").status_code == 403


def test_the_clients_page_shows_what_waits_with_few_questions(
    client: Browser, asks: Asks, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhike.core.base.kept.monotonic", float)  # what is kept for two seconds stays known
    client.force_login(cast.mona)
    page = f"/clients/{cast.qingchuan.reference}/"
    client.get(page)
    with CaptureQueriesContext(connection) as before:
        assert "step/approve/" not in client.get(page).text
    asks(cast.mona)
    with CaptureQueriesContext(connection) as waiting:
        assert "step/approve/" in client.get(page).text
    assert len(waiting) <= len(before) + 3, "what waits; of it: who asked, and what became of the record since"
