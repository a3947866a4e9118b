"""A whole import is taken back: what it made is archived, what it changed is as it was, unless worked with since."""

from typing import Any

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.models import Client, Contact
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run as work
from zhike.core.lifecycle.errors import Refused
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log
from zhike.surfaces.exchange import undoing
from zhike.surfaces.exchange.models import Import, Stage
from zhike.surfaces.exchange.starting import start_undo
from zhike.surfaces.exchange.tests.conftest import Bring
from zhike.surfaces.exchange.undoing import undo

BEFORE = "External ID,Name,City,Phone,Tags\nA1,Tram,Kiel,13800138000,old\nA2,Farshore,Bonn,,\n"
FILE = """External ID,Name,City,Phone,Tags,负责人
A1,Tram,Köln,13900139000,"old, new",lena@zhike.example
A1,Tram,Trier,13900139000,"old, new",lena@zhike.example
A2,Farshore,Mainz,,vip,
A3,Neu,Ulm,,,
A4,Worked with,Ulm,,,
"""


def state() -> list[tuple[Any, ...]]:
    names = ("name", "city", "phones", "tags", "owner_id", "team_id", "custom", "external_id")
    return list(Client.objects.filter(archived_at=None).order_by("pk").values_list(*names))


def taken_back(of: Import, by: Any) -> Import:
    of.stage = Stage.UNDOING
    of.save()
    return undo(of, by=by)


def test_all_is_as_it_was(cast: Cast, bring: Bring) -> None:
    bring("clients", cast.lena, BEFORE)
    before = state()
    of = bring("clients", cast.lena, FILE)
    assert state() != before and (of.created, of.updated) == (2, 3)
    taken_back(of, cast.lena)
    assert state() == before
    assert (of.stage, of.undone, of.spared_rows) == (Stage.UNDONE, 5, 0)


def test_what_was_worked_with_since_stays_and_is_listed(cast: Cast, bring: Bring) -> None:
    bring("clients", cast.lena, BEFORE)
    of = bring("clients", cast.lena, FILE)
    farshore, worked = Client.objects.get(external_id="A2"), Client.objects.get(external_id="A4")
    farshore.amend(by=cast.omar, city="Speyer")
    log(by=cast.omar, client=worked, text="They like it")
    taken_back(of, cast.lena)
    farshore.refresh_from_db()
    worked.refresh_from_db()
    assert (farshore.city, farshore.tags, worked.archived_at) == ("Speyer", [], None)
    spared = list(of.spared.order_by("row").values_list("row", "record_id", "reason"))
    assert spared == [
        (3, farshore.pk, "Changed since, so it stays: City."),
        (5, worked.pk, "It was worked with since, so it stays."),
    ]


def test_history_says_so(cast: Cast, bring: Bring, client: Browser) -> None:
    of = taken_back(bring("clients", cast.lena, FILE), cast.lena)
    made = Client.objects.get(name="Neu")
    told = Event.objects.filter(record_type="clients.client", record_id=made.pk).latest("pk")
    assert (told.kind, told.facts["import"], told.facts["external_id"]) == ("record.archived", of.pk, "A3")
    assert Event.objects.filter(kind="import.undone", facts__import=of.pk, actor=cast.lena).count() == 1
    client.force_login(cast.lena)
    page = client.get(f"/clients/{made.reference}/").content.decode()
    assert "undoing the import of file.csv" in page


def test_the_mended_file_can_be_imported_again(cast: Cast, bring: Bring) -> None:
    taken_back(bring("clients", cast.lena, FILE), cast.lena)
    of = bring("clients", cast.lena, FILE)
    assert (of.created, of.rejected) == (4, 0)


def test_own_imports_of_people_do_not_hold_their_clients(cast: Cast, bring: Bring) -> None:
    clients = bring("clients", cast.lena, FILE)
    people = bring("contacts", cast.lena, "Name,Client\nWu,A3\n")
    taken_back(people, cast.lena)
    taken_back(clients, cast.lena)
    assert not Client.objects.filter(name="Neu", archived_at=None).exists()
    assert not Contact.objects.filter(name="Wu", archived_at=None).exists()


def test_it_goes_on_where_it_stopped(cast: Cast, bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "CHUNK", 2)
    bring("clients", cast.lena, BEFORE)
    before = state()
    of = bring("clients", cast.lena, FILE)
    of.stage = Stage.UNDOING
    of.save()
    stops = iter([False, True])
    undo(of, by=cast.lena, stop=lambda: next(stops))
    assert (of.stage, of.undone) == (Stage.UNDOING, 2)
    undo(Import.objects.get(pk=of.pk), by=cast.lena)
    assert state() == before and Import.objects.get(pk=of.pk).undone == 5


def test_a_second_undo_is_refused(cast: Cast, bring: Bring) -> None:
    of = bring("clients", cast.lena, FILE)
    start_undo(of, by=cast.lena)
    with pytest.raises(Refused, match="being worked at"):
        start_undo(of, by=cast.lena)
    work(Job.objects.latest("pk").pk)
    with pytest.raises(Refused, match="nothing of this import to undo"):
        start_undo(of, by=cast.lena)


def test_a_reader_may_not_and_an_empty_import_cannot(cast: Cast, bring: Bring) -> None:
    of = bring("clients", cast.lena, FILE)
    with pytest.raises(Refused):
        start_undo(of, by=cast.rita)
    nothing = bring("clients", cast.lena, "Name,E-mail\nBad,nonsense\n")
    with pytest.raises(Refused):
        start_undo(nothing, by=cast.lena)


def test_the_page_offers_it_and_says_what_it_did(cast: Cast, bring: Bring, client: Browser) -> None:
    of = bring("clients", cast.lena, FILE)
    client.force_login(cast.lena)
    address = f"/clients/import/{of.pk}/"
    assert "Undo the whole import" in client.get(address).content.decode()
    Client.objects.get(name="Neu").amend(by=cast.omar, city="Speyer")
    client.post(f"{address}undo/")
    work(Job.objects.latest("pk").pk)
    page = client.get(address).content.decode()
    assert "The import was undone: 4 rows." in page and "worked with since" in page
    assert "Undo the whole import" not in page
    listed = client.get("/imports/").content.decode()
    assert "Undone" in listed and f'href="{address}"' in listed
    assert f'href="{address}"' not in client.get("/imports/?of=contacts").content.decode()
    client.force_login(cast.omar)
    assert f'href="{address}"' not in client.get("/imports/").content.decode()
