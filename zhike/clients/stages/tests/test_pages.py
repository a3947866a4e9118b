"""Stages in the pages: set up, seen, moved by board and dialog."""

from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.clients.stages.models import Stage
from zhike.clients.stages.workflows import move

DAY = timedelta(days=1)


@pytest.fixture
def address(cast: Cast) -> str:
    return f"/stages/move/{cast.qingchuan.reference}/"


def test_a_manager_sets_one_up_and_it_comes_last(client: Browser, cast: Cast, active: Stage) -> None:
    client.force_login(cast.mona)
    said = {"name": "Lost", "kind": "lost", "next_stages": [active.pk], "entry": '{"field": "industry", "empty": true}'}
    assert client.post("/stages/new/", said).status_code == 302
    made = Stage.objects.get(name="Lost")
    assert (made.place, list(made.next_stages.all()), made.entry["field"]) == (3, [active], "industry")
    assert "Industry is empty" in client.get(f"/stages/{made.reference}/").text


def test_its_history_says_the_rules_in_words(client: Browser, cast: Cast, active: Stage) -> None:
    active.amend(by=cast.mona, entry={"field": "city", "filled": True}, exit={"field": "tags", "any_of": ["signed"]})
    client.force_login(cast.mona)
    page = client.get(f"/stages/{active.reference}/").text
    history = page.split('id="history"', 1)[-1]
    assert all(said in history for said in ("Industry has a value", "City has a value", "Tags"))
    assert "any_of" not in page


def test_its_page_says_how_many_would_move_now(client: Browser, cast: Cast, active: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    client.force_login(cast.lena)
    assert "1 client meets it now" in client.get(f"/stages/{active.reference}/").text
    assert client.get("/stages/new/").status_code == 403


def test_a_rule_cannot_ask_for_the_stage_itself(client: Browser, cast: Cast, active: Stage) -> None:
    client.force_login(cast.mona)
    rule = f'{{"field": "stage", "any_of": [{active.pk}]}}'
    answer = client.post("/stages/new/", {"name": "Odd", "kind": "lost", "entry": rule})
    assert answer.status_code == 422
    assert "cannot ask for the stage" in answer.text


def test_the_board_shows_who_stands_where_and_a_card_moves(
    client: Browser, cast: Cast, lead: Stage, active: Stage, address: str
) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    client.force_login(cast.lena)
    page = client.get("/clients/board/").text
    assert "No stage yet" in page
    assert "Tramlight" not in page
    client.post(address, {"quick": "1", "stage": active.pk, "next": "/clients/board/"})
    cast.qingchuan.refresh_from_db()
    assert cast.qingchuan.stage == active


def test_a_refused_card_says_which_rule_fails(client: Browser, cast: Cast, active: Stage, address: str) -> None:
    client.force_login(cast.lena)
    said = {"quick": "1", "stage": active.pk, "next": "/clients/board/"}
    page = client.post(address, said, follow=True).text
    assert "To enter “Active” it must hold: Industry has a value." in page
    assert "As a manager" not in page
    client.force_login(cast.mona)
    assert "As a manager you can move it anyway" in client.post(address, said, follow=True).text


def test_the_dialog_keeps_what_was_typed_and_a_manager_overrides(
    client: Browser, cast: Cast, active: Stage, address: str
) -> None:
    client.force_login(cast.mona)
    said = {"stage": active.pk, "why": "The board wishes it"}
    answer = client.post(address, said)
    assert answer.status_code == 422
    assert "The board wishes it" in answer.text
    assert client.post(address, said | {"override": "on"}).status_code == 302
    client.force_login(cast.lena)
    assert "override" not in client.get(address).text


def test_a_stranger_finds_nothing_and_a_reader_moves_nothing(
    client: Browser, cast: Cast, lead: Stage, address: str
) -> None:
    client.force_login(cast.ida)
    assert client.post(address, {"stage": lead.pk}).status_code == 404
    client.force_login(cast.rita)
    assert client.post(address, {"stage": lead.pk}).status_code == 403
    assert 'data-target="' not in client.get("/clients/board/").text


def test_the_client_page_says_where_since_when_and_that_it_takes_long(client: Browser, cast: Cast, lead: Stage) -> None:
    move(cast.qingchuan, lead, by=cast.lena, why="First call")
    lead.amend(by=cast.mona, usual_days=5)
    Client.objects.filter(pk=cast.qingchuan.pk).update(stage_since=timezone.now() - 9 * DAY)
    client.force_login(cast.lena)
    page = f"/clients/{cast.qingchuan.reference}/"
    assert "9 days, longer than usual" in client.get(page).text
    assert "First call" in client.get(f"{page}?tab=facts").text
    assert "晴川" in client.get(f"/clients/?stage={lead.pk}&stage_over=yes&columns=name,stage,stage_since").text


def test_figures_are_of_what_one_sees_and_come_as_a_file(
    client: Browser, cast: Cast, lead: Stage, active: Stage
) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    move(cast.qingchuan, lead, by=cast.lena)
    cast.qingchuan.stays.update(entered_at=timezone.now() - 12 * DAY)
    move(cast.qingchuan, active, by=cast.lena)
    client.force_login(cast.lena)
    assert f'<a href="/stages/{lead.reference}/#stays">12</a>' in client.get("/stages/").text
    assert "Lead,0,0,,1,12,12" in client.get("/stages/figures.csv").text
    client.force_login(cast.ida)
    assert "Lead,0,0,,0,," in client.get("/stages/figures.csv").text


def test_stages_are_put_in_order_by_managers_alone(
    client: Browser, cast: Cast, lead: Stage, active: Stage, at_risk: Stage
) -> None:
    client.force_login(cast.mona)
    client.post(f"/stages/order/{at_risk.reference}/", {"place": "1"})
    assert [str(one) for one in Stage.objects.in_order()] == ["At risk", "Lead", "Active"]
    client.force_login(cast.lena)
    assert client.post(f"/stages/order/{at_risk.reference}/", {"place": "3"}).status_code == 403


def test_the_board_asks_as_much_for_many_clients(
    client: Browser, cast: Cast, lead: Stage, django_assert_max_num_queries: object
) -> None:
    for n in range(60):
        Client.objects.add(by=cast.lena, name=f"Client {n}", owner=cast.lena)
    client.force_login(cast.lena)
    client.get("/clients/board/")
    with django_assert_max_num_queries(12):
        client.get("/clients/board/")
