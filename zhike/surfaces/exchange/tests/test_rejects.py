"""Rows that cannot be taken: never stored half, each with its reason, and as a file to mend and bring again."""

from pathlib import Path

import pytest
from django.db import OperationalError
from psycopg.errors import DeadlockDetected

from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.surfaces.exchange.checklist import checklist_lines
from zhike.surfaces.exchange.engine import run
from zhike.surfaces.exchange.headers import REASON
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.opening import open_file
from zhike.surfaces.exchange.rejects import write_rejects
from zhike.surfaces.exchange.tests.conftest import Bring

FILE = """客户名称,手机,办公电话,邮箱,税号,Country
Good,13800138000,,a@b.example,,
Short,1388000 12,,,,
Second,13800138001,12,,,
Mail,,,ops@farshore,,
Tax,,,,91330106MA2XK0Q17E,
,13800138002,,,,
Where,13800138003,,,,Atlantis
"""


def faults(of: Import) -> dict[int, list[str]]:
    return {one.row: one.faults[0] for one in of.rejects.all()}


@pytest.fixture
def mixed(lena: User, bring: Bring) -> Import:
    return bring("clients", lena, FILE)


def test_it_says_row_column_value_and_reason(mixed: Import) -> None:
    found = faults(mixed)
    assert found[2][:3] == ["手机", "Phone", "1388000 12"] and "11 digits" in found[2][3]
    assert found[3][:3] == ["办公电话", "Phone", "12"]
    assert found[4][:3] == ["邮箱", "E-mail", "ops@farshore"] and "no dot" in found[4][3]
    assert found[5][:3] == ["税号", "Tax number", "91330106MA2XK0Q17E"]
    assert found[6][0] == "客户名称"


def test_it_stores_no_row_half(mixed: Import) -> None:
    names = set(Client.objects.filter(created_by=mixed.created_by).values_list("name", flat=True))
    assert {"Good", "Where"} <= names and not names & {"Short", "Second", "Mail", "Tax"}
    assert (mixed.created, mixed.rejected) == (2, 5)


def test_it_says_what_it_left_out(mixed: Import) -> None:
    assert mixed.warnings == {"Country": {"Atlantis": 1}}


def test_its_file_can_be_mended_and_brought_again(mixed: Import, lena: User, tmp_path: Path) -> None:
    path = write_rejects(mixed, tmp_path / "rejects.csv")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert text.splitlines()[0] == f"客户名称,手机,办公电话,邮箱,税号,Country,{REASON}"
    mended = text.replace("1388000 12", "13880001234").replace("ops@farshore", "ops@farshore.example")
    path.write_text(mended, encoding="utf-8-sig")
    again = run(open_file(path, path.name, resource="clients", by=lena))
    assert (again.created, again.rejected) == (2, 3)
    assert write_rejects(again, path).read_text("utf-8-sig").splitlines()[0].count(REASON) == 1


def test_it_keeps_rows_that_do_not_fit_the_header(lena: User, bring: Bring, tmp_path: Path) -> None:
    of = bring("clients", lena, "Name,City\nGood,Kiel\nToo,many,cells\nfew\n")
    assert (of.created, of.rejected) == (1, 2)
    lines = write_rejects(of, tmp_path / "r.csv").read_text("utf-8-sig").splitlines()
    assert lines[1].startswith('Too,"many,cells",') and lines[2].startswith("few,,")


def test_it_speaks_the_language_of_who_brought_it(lena: User, bring: Bring) -> None:
    lena.language = "zh-hans"
    lena.save()
    of = bring("clients", lena, "Name,E-mail\nMail,nonsense\n")
    assert of.rejects.get().faults[0][1] in ("E-mail", "邮箱", "电子邮箱", "电子邮件")


def test_no_spreadsheet_runs_what_was_rejected(lena: User, bring: Bring, tmp_path: Path) -> None:
    of = bring("clients", lena, "name,e-mail,about\n=1+1,=nonsense,'@x\n")
    head, row = write_rejects(of, tmp_path / "rejects.csv").read_text("utf-8-sig").splitlines()
    assert row.startswith("'=1+1,'=nonsense,'@x,")
    assert ",=" not in "".join(checklist_lines(of))
    mended = row.replace("'=nonsense", "a@b.example", 1)
    again = bring("clients", lena, f"{head}\n{mended}\n")
    made = Client.objects.get(pk=again.first_record)
    assert (made.name, made.about) == ("=1+1", "@x"), "it comes back as it was"


@pytest.mark.django_db(transaction=True)
def test_what_is_read_ahead_keeps_its_faults(lena: User, opened: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each chunk is read while the one before is written; one that has to begin anew is read again."""
    monkeypatch.setattr("zhike.surfaces.exchange.engine.CHUNK", 3)
    rows = [f"Ahead {number},{'12' if number % 4 == 0 else ''},Atlantis" for number in range(1, 12)]
    of, stumbled = opened("clients", lena, "客户名称,手机,Country\n" + "\n".join(rows) + "\n"), set[int]()

    def stumble(told: Import) -> None:
        if told.created not in stumbled:
            stumbled.add(told.created)
            raise OperationalError from DeadlockDetected()

    run(of, tell=stumble)
    assert (of.created, of.rejected, of.warnings) == (9, 2, {"Country": {"Atlantis": 11}})
    assert {row: fault[2] for row, fault in faults(of).items()} == {4: "12", 8: "12"}
    assert Client.objects.filter(name__startswith="Ahead").count() == 9
