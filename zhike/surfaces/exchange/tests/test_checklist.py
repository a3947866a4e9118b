"""The report as a file: row, column, what, why, how to mend it."""

import csv
from pathlib import Path

from django.test import Client as Browser

from zhike.clients.duplicates.keeping import bulk_keys
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.surfaces.exchange.checklist import write_checklist
from zhike.surfaces.exchange.engine import check
from zhike.surfaces.exchange.tests.conftest import Bring

FILE = "Name,Phone,E-mail,Country\nBad,13800138001,ops@farshore,\nTwin,13800138000,,\nWhere,,,Atlantis\n"


def test_it_says_each_thing_and_how_to_mend_it(lena: User, opened: Bring, tmp_path: Path) -> None:
    there = Client.objects.add(by=lena, name="Tramlight", phones=["+8613800138000"])
    bulk_keys([there])
    path = write_checklist(check(opened("clients", lena, FILE)), tmp_path / "report.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    bad, twin, where = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert [bad[name] for name in ("Row", "Line", "Column", "In your file")] == ["1", "2", "E-mail", "ops@farshore"]
    assert "no dot" in bad["Why"] and bad["How to mend it"]
    assert twin["Why"] == f"Perhaps the same as {there.reference} (same phone)." and twin["Row"] == "2"
    assert (where["Column"], where["In your file"]) == ("Country", "Atlantis") and where["How to mend it"]


def test_its_page_offers_it_and_a_stranger_does_not_get_it(
    lena: User, ida: User, opened: Bring, client: Browser
) -> None:
    of = check(opened("clients", lena, FILE))
    address = f"/clients/import/{of.pk}/report.csv"
    client.force_login(lena)
    assert address in client.get(f"/clients/import/{of.pk}/").content.decode()
    assert b"ops@farshore" in b"".join(client.get(address).streaming_content)
    client.force_login(ida)
    assert client.get(address).status_code == 404
