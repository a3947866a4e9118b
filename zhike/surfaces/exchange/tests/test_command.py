"""zhike import: what it prints, and its exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test.utils import override_settings

from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.surfaces.shell import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text("Firma,Phone,Email\nFarshore,+44 20 7946 0958,ops@farshore.example\nBad,12,\n")
    return path


def zhike(*words: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        code = main(["import", *map(str, words)])
    except SystemExit as left:
        code = int(left.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_it_prints_one_json_object(file: Path, capsys: Any) -> None:
    code, out, err = zhike("clients", file, "--map", "Firma=name", "--json", capsys=capsys)
    told = json.loads(out)
    assert code == 0 and "1 rejected" in err
    assert [told[name] for name in ("created", "updated", "unchanged", "rejected")] == [1, 0, 0, 1]
    assert "12" in Path(told["rejects_file"]).read_text("utf-8-sig")
    assert told["matched"] == {"Firma": "name", "Phone": "phones", "Email": "emails"}


def test_it_creates_nothing_the_second_time(file: Path, capsys: Any) -> None:
    zhike("clients", file, "--map", "Firma=name", capsys=capsys)
    _code, out, _err = zhike("clients", file, "--map", "Firma=name", "--json", capsys=capsys)
    assert json.loads(out)["unchanged"] == 1 and json.loads(out)["created"] == 0
    assert Client.objects.filter(name="Farshore").count() == 1


def test_it_changes_nothing_in_a_dry_run(file: Path, capsys: Any) -> None:
    code, out, _err = zhike("clients", file, "--map", "Firma=name", "--dry-run", "--json", capsys=capsys)
    assert (code, json.loads(out)["created"], Client.objects.count()) == (0, 1, 0)


def test_it_has_no_rejects_file_when_all_went_in(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "one.csv"
    path.write_text("Name\nA\n")
    _code, out, _err = zhike("clients", path, "--json", capsys=capsys)
    assert json.loads(out)["rejects_file"] is None


def test_it_speaks_to_people_too(file: Path, capsys: Any) -> None:
    code, out, _err = zhike("clients", file, "--map", "Firma=name", "--key", "name", "--region", "GB", capsys=capsys)
    assert code == 0 and out.startswith("1 created, 0 updated, 0 unchanged, 1 rejected")


def test_it_imports_in_a_persons_name(file: Path, lena: User, capsys: Any) -> None:
    zhike("clients", file, "--map", "Firma=name", "--user", "LENA@zhike.example", capsys=capsys)
    assert Client.objects.get(name="Farshore").created_by == lena


def test_it_refuses_a_reader(file: Path, rita: User, capsys: Any) -> None:
    assert zhike("clients", file, "--user", rita.email, capsys=capsys)[0] == 1


@pytest.mark.parametrize(
    "more",
    [["--map", "Firma"], ["--map", "Nope=name"], ["--map", "Firma=shoe"], ["--key", "city"], ["--region", "XX"],
     ["--user", "nobody@zhike.example"]],
)  # fmt: skip
def test_it_does_not_understand(file: Path, more: list[str], capsys: Any) -> None:
    code, out, err = zhike("clients", file, *more, capsys=capsys)
    assert (code, out) == (2, "") and err.startswith("zhike import: ")


def test_it_does_not_know_other_things_and_files(file: Path, tmp_path: Path, capsys: Any) -> None:
    assert zhike("moons", file, capsys=capsys)[0] == 2
    assert zhike("clients", tmp_path / "none.csv", capsys=capsys)[0] == 2


def test_it_refuses_a_file_that_is_no_table(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(b"Name\n\0\0\n")
    with override_settings(MEDIA_ROOT=tmp_path):
        code, out, err = zhike("clients", path, "--json", capsys=capsys)
    assert (code, out) == (1, "") and err.startswith("zhike: ")
