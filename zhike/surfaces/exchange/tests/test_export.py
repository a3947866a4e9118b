"""What a list shows goes out as a file, by right, noted, and harmless."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.core.access.preferences import change_company
from zhike.core.base.workbooks import read
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run as work
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.export.leaving import Leaving, Wish
from zhike.surfaces.exchange.export.taking import folder, forget_old, path_of, start_export, write_at_once
from zhike.surfaces.shell import main


def taken(wish: Wish, by: Any, path: Path) -> list[dict[str, str]]:
    write_at_once(path, wish, path.suffix[1:], by=by)
    return list(csv.DictReader(StringIO(path.read_text("utf-8-sig"))))


@pytest.fixture
def reach(cast: Cast) -> None:
    for client, by in ((cast.qingchuan, cast.lena), (cast.tramlight, cast.ida)):
        client.amend(by=by, phones=["+8613800138000"], emails=["info@client.example"])


def test_it_goes_from_the_list_to_the_file(client: Browser, cast: Cast) -> None:
    client.force_login(cast.lena)
    assert "/clients/export/?" in client.get("/clients/").content.decode()
    address = "/clients/export/?sort=-name&columns=name,owner"
    page = client.get(address).content.decode()
    assert "Just what is shown" in page and "1 in all" in page
    answer = client.post(address, {"sort": "csv", "columns": "shown"})
    job = Job.objects.get()
    assert answer.url == f"/jobs/{job.pk}/"
    assert client.get(f"/exports/{job.pk}/").status_code == 302, "it is not written yet"
    work(job.pk)
    assert "Download" in client.get(answer.url).content.decode()
    got = client.get(f"/exports/{job.pk}/")
    text = b"".join(got.streaming_content).decode()
    assert "attachment" in got["Content-Disposition"] and text.startswith("\ufeffReference,Name,Owner\r\n")
    assert text.splitlines()[1:] == [f"CL-{cast.qingchuan.pk},{cast.qingchuan.name},Lena 林娜"]


def test_it_is_served_to_nobody_else(client: Browser, cast: Cast) -> None:
    job = start_export(Wish("clients"), "csv", by=cast.lena)
    work(job.pk)
    for other in (cast.omar, cast.ada):
        client.force_login(other)
        assert client.get(f"/exports/{job.pk}/").status_code == 404


def test_a_reader_exports_nothing_unless_the_company_says_so(client: Browser, cast: Cast) -> None:
    client.force_login(cast.rita)
    assert "/clients/export/" not in client.get("/clients/").content.decode()
    assert client.get("/clients/export/").status_code == 403
    with pytest.raises(Forbidden):
        start_export(Wish("clients"), "csv", by=cast.rita)
    change_company(by=cast.ada, exporters="managers")
    with pytest.raises(Forbidden):
        Leaving(Wish("clients"), cast.lena)
    change_company(by=cast.ada, exporters="all")
    assert Leaving(Wish("clients"), cast.rita).matching.count() == 1


def test_it_masks_what_others_own(cast: Cast, reach: None, tmp_path: Path) -> None:
    wish = Wish("clients", columns="name,phones,emails")
    plain, hidden = ("'+8613800138000", "info@client.example"), ("'+86138••••00", "i••••@client.example")
    seen = {user: taken(wish, user, tmp_path / "a.csv")[0] for user in (cast.lena, cast.omar, cast.mona)}
    assert [(seen[one]["Phone"], seen[one]["E-mail"]) for one in seen] == [plain, hidden, plain]
    change_company(by=cast.ada, plain_to="all")
    assert taken(wish, cast.omar, tmp_path / "a.csv")[0]["Phone"] == plain[0]


def test_it_is_noted_with_what_was_asked(cast: Cast, tmp_path: Path) -> None:
    taken(Wish("clients", "owner=me"), cast.omar, tmp_path / "a.csv")
    told = Event.objects.get(kind="export.taken")
    assert (told.actor, told.fact("count"), told.fact("query"), told.fact("masked")) == (cast.omar, 0, "owner=me", True)


def test_its_filters_and_words_count(cast: Cast, tmp_path: Path) -> None:
    deliver_all()
    assert taken(Wish("clients", "q=晴川"), cast.ada, tmp_path / "a.csv")[0]["Name"] == cast.qingchuan.name
    assert taken(Wish("clients", "owner=none"), cast.ada, tmp_path / "a.csv") == []


def test_a_formula_is_harmless(cast: Cast, tmp_path: Path) -> None:
    for name in ("=cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "＝1+1"):
        Client.objects.add(by=cast.lena, name=name)
    wish = Wish("clients", "sort=created_at", columns="name")
    path = tmp_path / "a.csv"
    said = [one["Name"] for one in taken(wish, cast.ada, path)]
    assert {"'=cmd|' /C calc'!A0", "'@SUM(1)", "'-2+3", "'＝1+1"} <= set(said)
    write_at_once(tmp_path / "a.xlsx", wish, "xlsx", by=cast.ada)
    assert "'-2+3" in {row["Name"] for row in read(tmp_path / "a.xlsx").dicts()}


def test_json_lines_hold_values(cast: Cast, tmp_path: Path) -> None:
    write_at_once(tmp_path / "a.jsonl", Wish("contacts", "sort=name&role=", "all"), "jsonl", by=cast.lena)
    told = next(json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines())
    assert told["client"] == {"name": str(cast.qingchuan), "reference": cast.qingchuan.reference}
    assert told["phones"] == [] and told["name"] == "陈岚"


@pytest.mark.parametrize(
    ("program", "word"),
    [("Salesforce", "Account Name"), ("HubSpot", "Company name"), ("Zoho CRM", "Account Name"),
     ("纷享销客", "客户名称"), ("Odoo", "Name")],
)  # fmt: skip
def test_it_speaks_the_words_of_other_programs(cast: Cast, tmp_path: Path, program: str, word: str) -> None:
    row = taken(Wish("clients", columns="all", program=program), cast.lena, tmp_path / "a.csv")[0]
    assert row[word] == cast.qingchuan.name


def test_its_file_is_deleted_after_some_days(cast: Cast, settings: Any) -> None:
    job = start_export(Wish("clients"), "xlsx", by=cast.lena)
    work(job.pk)
    assert forget_old() == 0 and path_of(job).exists()
    settings.EXPORT_DAYS = 0
    assert forget_old() == 1 and not list(folder().iterdir())


def test_it_stops_when_asked(cast: Cast) -> None:
    job = start_export(Wish("clients"), "csv", by=cast.lena)
    job.cancel(by=cast.lena)
    work(job.pk)
    job.refresh_from_db()
    assert job.state == "cancelled" and not list(folder().iterdir())


def test_it_asks_no_more_for_more_rows(cast: Cast, tmp_path: Path, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        Contact.objects.add(by=cast.lena, name=f"Contact {number}", client=cast.qingchuan)
    User.objects.filter(pk=cast.lena.pk).update(last_login=timezone.now())
    with django_assert_max_num_queries(8):
        assert len(taken(Wish("contacts", columns="all"), cast.lena, tmp_path / "a.csv")) == 13


def test_it_goes_out_by_command(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "out.csv"
    assert main(["export", "contacts", str(path), "--columns", "name,client", "--as", "hubspot"]) == 0
    assert "2 rows" in capsys.readouterr().out
    row = next(csv.DictReader(StringIO(path.read_text("utf-8-sig"))))
    assert row["Full Name"] in {"陈岚", "Emil Moreau"} and "CL-" not in row["Associated Company"]
    assert main(["export", "dragons", str(path)]) == main(["export", "clients", "a.pdf"]) == 2


def test_it_says_when_a_text_does_not_fit_a_cell(cast: Cast) -> None:
    cast.qingchuan.amend(by=cast.lena, about="长" * 32_768)
    job = start_export(Wish("clients", columns="about"), "xlsx", by=cast.lena)
    work(job.pk)
    job.refresh_from_db()
    assert "32,767 characters that a cell holds: 1." in job.result["says"]
