"""Nothing that a file may hold breaks an import: each row goes in as it stands, or is rejected with its reason."""

import csv
import json
from io import StringIO

import pytest

from zhike.clients.models import Client
from zhike.clients.tests.test_bulk_twin import NAUGHTY
from zhike.core.access.models import User
from zhike.surfaces.exchange.tests.conftest import PUBLIC, Bring


def strings() -> list[str]:
    public = PUBLIC / "naughty_strings" / "blns.json"
    found = NAUGHTY + (json.loads(public.read_text()) if public.exists() else [])
    return [one for one in dict.fromkeys(found) if "\0" not in one]


@pytest.mark.parametrize("resource", ["clients", "contacts"])
def test_each_row_goes_in_or_is_rejected(resource: str, lena: User, bring: Bring) -> None:
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(["External ID", "Name", "Phone", "E-mail", "Tags", "WeChat", "About"])
    said = strings()
    for number, one in enumerate(said):
        writer.writerow([f"N{number}", one, "", "", "", "", ""])
        writer.writerow([f"M{number}", f"Name {number}", "", "", one, one, one])
        writer.writerow([f"P{number}", f"Phone {number}", one, "", "", "", ""])
        writer.writerow([f"E{number}", f"Mail {number}", "", one, "", "", ""])
    of = bring(resource, lena, file.getvalue())
    assert of.done == of.total == 4 * len(said)
    assert all(fault[3] for reject in of.rejects.all() for fault in reject.faults)
    again = bring(resource, lena, file.getvalue())
    assert (again.created, again.updated, again.unchanged) == (0, 0, of.created)


def test_it_keeps_a_name_as_it_was_written(lena: User, bring: Bring) -> None:
    bring("clients", lena, 'External ID,Name\nX1,"<b>Ω</b> =1+1; drop table"\n')
    assert Client.objects.get(external_id="X1").name == "<b>Ω</b> =1+1; drop table"
