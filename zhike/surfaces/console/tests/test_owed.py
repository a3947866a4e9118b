"""What is owed, in one view: every source, both sides, the late first, and nothing of others."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from zhike.agreements.models import Promise
from zhike.agreements.workflows import read_back
from zhike.core.pages.owed import Scope, owed
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log
from zhike.surfaces.api.tests.conftest import program_of


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def open_things(cast, today):
    """Lena owes a draft since yesterday, Clara a list in three days; a to-do, a question and a read-back wait."""
    said = {"by": cast.lena, "client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena}
    draft = Promise.objects.add(**said, text="第二版原型", due_on=today - timedelta(days=1))
    Promise.objects.add(**said, side="them", text="科室名单", due_on=today + timedelta(days=3))
    Promise.objects.add(**said, text="没有日期的事")
    add_todo(cast.qingchuan, by=cast.lena, title="Write the offer", owner=cast.omar, due_on=today)
    log(
        by=cast.lena, client=cast.qingchuan, kind="mail", direction="in", text="样机什么时候到？", state="waiting",
        contacts=[cast.clara],
    )  # fmt: skip
    read_back([draft], by=cast.lena, contact=cast.clara, title="Weekly meeting")
    return draft


def test_every_source_gives_what_is_open_and_has_a_day(open_things, cast, today):
    found = owed(Reader(cast.lena), Scope(client=cast.qingchuan))
    kinds = sorted((one.kind, one.side) for one in found)
    assert kinds == [
        ("answers", "us"), ("promises", "them"), ("promises", "us"), ("readbacks", "them"), ("todos", "us"),
    ]  # fmt: skip
    assert [one.day for one in found] == sorted(one.day for one in found)


def test_what_was_kept_or_asked_about_moves(open_things, cast):
    open_things.ask(by=cast.lena, words="哪一版？", contact=cast.clara)
    kinds = [one.kind for one in owed(Reader(cast.lena), Scope(client=cast.qingchuan))]
    assert "questions" in kinds
    open_things.keep(by=cast.lena)
    found = owed(Reader(cast.lena), Scope(client=cast.qingchuan))
    assert not {"questions", "readbacks"} & {one.kind for one in found}


def test_the_late_stands_first_and_can_be_narrowed(open_things, client, cast):
    client.force_login(cast.lena)
    page = client.get("/owed/").content.decode()
    assert page.index("第二版原型") < page.index("科室名单")
    assert "Write the offer" not in page, "it is Omar's"
    theirs = client.get("/owed/?side=them").content.decode()
    assert "科室名单" in theirs and "第二版原型" not in theirs
    everyone = client.get("/owed/?whose=all&kind=todos").content.decode()
    assert "Write the offer" in everyone and "科室名单" not in everyone


def test_of_a_client_it_is_everyones_and_no_stranger_finds_it(open_things, client, cast):
    page = f"/clients/{cast.qingchuan.reference}/owed/"
    client.force_login(cast.lena)
    assert "Write the offer" in client.get(page).content.decode()
    client.force_login(cast.ida)
    assert client.get(page).status_code == 404
    assert "第二版原型" not in client.get("/owed/?whose=all").content.decode()


def test_it_leaves_as_csv_with_what_is_shown(open_things, client, cast, today):
    client.force_login(cast.lena)
    answer = client.get("/owed/?side=us&kind=promises&as=csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 2 and rows[1][0] == (today - timedelta(days=1)).isoformat() and rows[1][3] == "第二版原型"


def test_it_leaves_with_those_alone_who_may_export_and_phones_of_others_masked(open_things, client, cast):
    call = "回电 +8613800138000 或 clara@qingchuan.example，2026-11-25 前，120 000 元"
    Promise.objects.add(by=cast.lena, client=cast.qingchuan, text=call, due_on=timezone.localdate())
    address = "/owed/?whose=all&kind=promises&as=csv"
    client.force_login(cast.rita)
    assert client.get(address).status_code == 403 and "as=csv" not in client.get("/owed/").text
    client.force_login(cast.lena)
    assert call in client.get(address).text, "the client is hers"
    client.force_login(cast.omar)
    assert "回电 +8613••••00 或 c••••@qingchuan.example，2026-11-25 前，120 000 元" in client.get(address).text
    told = Event.objects.filter(kind="export.taken").order_by("pk")
    assert [(one.actor, one.facts["things"], one.facts["masked"]) for one in told] == [
        (cast.lena, "What is owed", False), (cast.omar, "What is owed", True),
    ]  # fmt: skip


def test_programs_are_told_the_same(open_things, cast):
    place = f"clients/{cast.qingchuan.reference}/owed"
    told = program_of(cast.lena).get(f"{place}?side=them").json()["data"]
    assert {one["kind"] for one in told} == {"promises", "readbacks"}
    assert program_of(cast.lena).get(f"{place}?side=nobody").status_code == 400
    assert program_of(cast.ida).get(place).status_code == 404


def test_the_number_of_questions_does_not_grow_with_the_rows(open_things, cast, monkeypatch):
    monkeypatch.setattr("zhike.core.base.kept.monotonic", float)  # what is kept for two seconds stays known

    def asked():
        with CaptureQueriesContext(connection) as queries:
            found = owed(Reader(cast.lena), Scope(client=cast.qingchuan))
        return len(queries), len(found)

    asked()
    few, _rows = asked()
    for n in range(12):
        Promise.objects.add(by=cast.lena, client=cast.qingchuan, text=f"{n}", due_on=timezone.localdate())
    asked()
    many, rows = asked()
    assert (many, rows) == (few, 17)
