"""A match is corrected and kept; unknown columns become own fields of the kind that their values look like."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.fields.models import FieldDefinition
from zhike.core.lifecycle.errors import Forbidden
from zhike.surfaces.exchange.engine import run
from zhike.surfaces.exchange.inventing import kind_of
from zhike.surfaces.exchange.models import Import, SavedMatch
from zhike.surfaces.exchange.opening import choose_key, rematch
from zhike.surfaces.exchange.saved import save_match
from zhike.surfaces.exchange.tests.conftest import Bring

FILE = "Firma,Kennung,茶叶等级\nFarshore,7,特级\nTramlight Ltd,8,一级\nAcme,9,一级\nBeta,10,特级\n"


def fields(of: Import) -> list[str]:
    return [one.field for one in of.matched]


def test_it_is_taken_over_by_the_next_file_with_these_headers(cast: Cast, opened: Bring) -> None:
    of = opened("clients", cast.lena, FILE)
    assert fields(of) == ["", "", ""]
    rematch(of, {"Firma": "name", "Kennung": "external_id"})
    choose_key(of, "external_id")
    save_match(of, "ERP", by=cast.lena)
    again = opened("clients", cast.omar, "茶叶等级,kennung,FIRMA\n特级,7,Farshore\n")
    assert (again.matched_as, fields(again), again.key) == ("ERP", ["", "external_id", "name"], "external_id")
    assert str(again.matched[1].reason) == "as saved"
    assert opened("clients", cast.omar, "Firma,Kennung\nA,1\n").matched_as == ""
    assert opened("contacts", cast.omar, FILE).matched_as == ""


def test_a_later_one_of_that_name_takes_its_place(cast: Cast, opened: Bring) -> None:
    of = opened("clients", cast.lena, FILE)
    save_match(of, "ERP", by=cast.lena)
    rematch(of, {"Firma": "short_name"})
    save_match(of, "ERP", by=cast.lena)
    assert SavedMatch.objects.count() == 1 and fields(opened("clients", cast.lena, FILE))[0] == "short_name"
    with pytest.raises(Forbidden):
        save_match(of, "Mine", by=cast.rita)


def test_an_unknown_column_becomes_an_own_field(cast: Cast, opened: Bring) -> None:
    of = opened("clients", cast.ada, FILE)
    rematch(of, {"Firma": "name", "茶叶等级": "new:choice", "Kennung": "new:number"})
    run(of)
    made = FieldDefinition.objects.get(label="茶叶等级")
    assert (made.kind, made.options, made.record_type) == ("choice", ["特级", "一级"], "clients.client")
    acme = Client.objects.get(name="Acme")
    assert acme.custom == {made.key: "一级", "kennung": "9"}


def test_only_who_may_add_fields_makes_them_so(cast: Cast, opened: Bring) -> None:
    of = opened("clients", cast.lena, FILE)
    with pytest.raises(Forbidden):
        rematch(of, {"茶叶等级": "new:choice"})
    with pytest.raises(ValidationError):
        rematch(opened("clients", cast.ada, FILE), {"茶叶等级": "new:link"})
    assert not FieldDefinition.objects.exists()


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["1", "2.5", "-3"], "number"),
        (["007", "008"], "text"),
        (["2026-03-05", "2026年3月6日", "3/7/2026"], "date"),
        (["是", "否", "是"], "boolean"),
        (["A", "B", "A", "B", "A"], "choice"),
        (["one", "two", "three"], "text"),
        (["x" * 300], "long"),
        ([], "text"),
    ],
)
def test_its_kind_is_guessed_from_the_values(values: list[str], kind: str) -> None:
    assert kind_of(values) == kind


def test_the_page_offers_both(cast: Cast, ada: User, client: Browser) -> None:
    ada.prefer(by=ada, language="en")
    client.force_login(ada)
    address = client.post("/clients/import/", {"file": SimpleUploadedFile("a.csv", FILE.encode())}).url
    page = client.get(address).content.decode()
    assert "New own field" in page and 'value="new:choice"' in page and "Save this match as" in page
    said = {"column-0": "name", "column-1": "", "column-2": "new:choice", "region": "CN", "key": "", "save_as": "Tea"}
    assert client.post(f"{address}match/", said).status_code == 302
    assert FieldDefinition.objects.filter(label="茶叶等级").exists()
    again = client.post("/clients/import/", {"file": SimpleUploadedFile("b.csv", FILE.encode())}).url
    assert "Matched as saved under “Tea”" in client.get(again).content.decode()
    client.force_login(cast.lena)
    page = client.get(client.post("/clients/import/", {"file": SimpleUploadedFile("c.csv", FILE.encode())}).url)
    assert "New own field" not in page.content.decode()
