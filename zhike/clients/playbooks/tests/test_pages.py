"""Playbooks in the pages: written, started by hand, seen on the client page."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook, Run
from zhike.clients.playbooks.workflows import start
from zhike.core.todos.models import Todo


def rows(*lines: Line) -> dict[str, list]:
    names = ("title", "text", "who", "days", "after")
    return {f"lines_{name}": [getattr(line, name) for line in lines] for name in names}


def test_a_manager_writes_one_and_empty_rows_are_left_out(client: Browser, cast: Cast) -> None:
    client.force_login(cast.mona)
    said = {"name": "Win back", "keeper": cast.mona.pk} | rows(
        Line("Call"), Line(""), Line("Visit", days=3), Line("Write", after=3)
    )
    assert client.post("/playbooks/new/", said).status_code == 302
    made = Playbook.objects.get()
    assert [(line.title, line.days, line.after) for line in made.each_line()] == [
        ("Call", 0, 0),
        ("Visit", 3, 0),
        ("Write", 0, 2),
    ]
    assert "Visit" in client.get(f"/playbooks/{made.reference}/edit/").text


def test_its_history_says_the_to_dos_in_words(client: Browser, cast: Cast, welcome: Playbook) -> None:
    welcome.amend(by=cast.mona, lines=[Line("Say hello").kept, Line("Ring up", after=1).kept])
    client.force_login(cast.mona)
    page = client.get(f"/playbooks/{welcome.reference}/").text
    assert "1. Say welcome, 2. Send the rules of engagement, 3. Ask how it went" in page
    assert "1. Say hello, 2. Ring up" in page


def test_others_do_not(client: Browser, cast: Cast, welcome: Playbook) -> None:
    client.force_login(cast.lena)
    assert "Say welcome" in client.get(f"/playbooks/{welcome.reference}/").text
    assert client.get("/playbooks/new/").status_code == 403


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (Line("A", days=-1), "is no number from 0 to 750"),
        (Line("A", after=1), "can only wait for one that stands before it"),
        (Line("A", who="nobody"), "Say who does to-do 1"),
        (Line("A", who="999999"), "does not work here any more"),
        (Line(" "), "Write at least one to-do"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client: Browser, cast: Cast, line: Line, words: str) -> None:
    client.force_login(cast.mona)
    answer = client.post("/playbooks/new/", {"name": "X", "keeper": cast.mona.pk} | rows(line))
    assert answer.status_code == 422
    assert words in answer.text


def test_it_is_started_from_the_clients_menu_and_shows_how_far_it_is(
    client: Browser, cast: Cast, welcome: Playbook
) -> None:
    client.force_login(cast.omar)
    page = f"/clients/{cast.qingchuan.reference}/"
    start_at = f"/playbooks/start/{cast.qingchuan.reference}/"
    assert start_at in client.get(page).text
    assert "Welcome" in client.get(start_at).text
    assert client.post(start_at, {"playbook": welcome.pk}).url == page
    assert "0 of 3 done" in client.get(page).text
    assert "No playbook is left to start" in client.get(start_at).text
    client.post(f"/playbooks/runs/{Run.objects.get().pk}/stop/")
    assert not Todo.objects.open().exists()


def test_a_stranger_finds_nothing_and_a_reader_starts_nothing(client: Browser, cast: Cast, welcome: Playbook) -> None:
    run = start(welcome, cast.qingchuan, by=cast.lena)
    client.force_login(cast.ida)
    assert client.get(f"/playbooks/start/{cast.qingchuan.reference}/").status_code == 404
    assert client.post(f"/playbooks/runs/{run.pk}/stop/").status_code == 404
    assert "晴川" not in client.get(f"/playbooks/{welcome.reference}/").text
    client.force_login(cast.rita)
    assert client.post(f"/playbooks/start/{cast.tramlight.reference}/").status_code == 404
    assert client.post(f"/playbooks/start/{cast.qingchuan.reference}/").status_code == 403
    assert client.post(f"/playbooks/runs/{run.pk}/stop/").status_code == 403
