"""A new row that is perhaps there already: told, and then created, added to the one that is there, or left out."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client as Browser

from zhike.clients.duplicates.keeping import bulk_keys
from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.surfaces.exchange.engine import check, run
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.opening import choose_perhaps
from zhike.surfaces.exchange.rejects import reject_lines
from zhike.surfaces.exchange.tests.conftest import Bring
from zhike.surfaces.shell import main

FILE = "Name,Phone,E-mail,City\nTramlight Ltd,13800138000,info@tramlight.example,Berlin\nFarshore,13800138001,,\n"
SAME = "Perhaps the same as {0} Tramlight Works (same phone)."


@pytest.fixture
def there(lena: User) -> Client:
    client = Client.objects.add(by=lena, name="Tramlight Works", phones=["+8613800138000"], external_id="OLD-1")
    bulk_keys([client])
    return client


@pytest.fixture
def file(lena: User, there: Client, opened: Bring) -> Import:
    return opened("clients", lena, FILE)


def test_a_dry_run_tells_which_and_why(file: Import, there: Client) -> None:
    check(file)
    like = file.likenesses.get()
    assert (file.created, file.perhaps_same) == (2, 1)
    assert (like.line, like.called, like.record_id, like.reasons) == (2, "Tramlight Ltd", there.pk, ["same phone"])


def test_it_creates_them_when_nothing_else_was_chosen(file: Import) -> None:
    run(file)
    assert (file.created, file.perhaps_same) == (2, 1) and Client.objects.filter(name="Tramlight Ltd").exists()


def test_it_updates_the_one_that_is_there(file: Import, there: Client) -> None:
    choose_perhaps(file, "update")
    run(file)
    there.refresh_from_db()
    assert (file.created, file.updated, file.perhaps_same) == (1, 1, 1)
    assert (there.name, there.city, there.emails) == ("Tramlight Works", "Berlin", ["info@tramlight.example"])
    assert there.external_id == "OLD-1"


def test_it_leaves_them_out_with_the_reason(file: Import, there: Client) -> None:
    choose_perhaps(file, "skip")
    run(file)
    assert (file.created, file.rejected, file.perhaps_same) == (1, 1, 1)
    column, _field, value, reason = file.rejects.get().faults[0]
    assert (column, value, reason) == ("Phone", "13800138000", SAME.format(there.reference))
    assert any(SAME.format(there.reference) in line for line in reject_lines(file))


def test_it_says_nothing_of_rows_whose_record_is_known(lena: User, there: Client, bring: Bring) -> None:
    of = bring("clients", lena, "Name,Phone\nTramlight Works,13800138000\n")
    assert (of.created, of.unchanged, of.perhaps_same) == (0, 1, 0)


def test_it_says_nothing_of_what_the_person_does_not_see(ida: User, there: Client, opened: Bring) -> None:
    there.amend(by=there.created_by, visibility="few", owner=there.created_by)
    of = run(opened("clients", ida, FILE))
    assert (of.created, of.perhaps_same) == (2, 0)


def test_which_of_two_is_meant_it_does_not_choose(lena: User, file: Import, there: Client) -> None:
    other = Client.objects.add(by=lena, name="Lightworks", phones=there.phones)
    bulk_keys([other])
    choose_perhaps(file, "update")
    run(file)
    assert (file.created, file.rejected) == (1, 1) and "Several records fit" in file.rejects.get().faults[0][3]


def test_people_are_compared_too(lena: User, opened: Bring) -> None:
    clara = Contact.objects.add(by=lena, name="陈岚", emails=["clara@tramlight.example"])
    bulk_keys([clara])
    of = opened("contacts", lena, "姓名,邮箱\nChen Lan,clara@tramlight.example\n")
    choose_perhaps(of, "skip")
    run(of)
    assert (of.created, of.rejected) == (0, 1) and clara.reference in of.rejects.get().faults[0][3]


def test_chunks_of_one_import_are_not_compared_with_each_other(lena: User, file: Import, monkeypatch: Any) -> None:
    monkeypatch.setattr("zhike.surfaces.exchange.engine.CHUNK", 1)

    def keep(of: Import) -> None:
        bulk_keys(Client.objects.filter(pk__gte=of.first_record or 0))

    run(file, tell=keep)
    twin = file.rejects.count(), file.perhaps_same
    assert twin == (0, 1)


def test_the_page_asks_and_shows_them(lena: User, file: Import, there: Client, client: Browser) -> None:
    client.force_login(lena)
    address = f"/clients/import/{check(file).pk}/"
    said = client.get(address).content.decode()
    assert 'name="perhaps"' in said and f"/clients/{there.reference}/" in said and "same phone" in said
    matched = {f"column-{place}": one.field for place, one in enumerate(file.matched)}
    client.post(f"{address}match/", matched | {"region": "CN", "perhaps": "update"})
    file.refresh_from_db()
    assert file.perhaps == "update"


def test_the_command_counts_and_takes_the_choice(there: Client, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "clients.csv"
    path.write_text(FILE)
    assert main(["import", "clients", str(path), "--perhaps", "skip", "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["created"], told["rejected"], told["perhaps_same"], told["perhaps"]) == (1, 1, 1, "skip")
