"""Exports of other programs, as their makers wrote them: what lies here always, and the public ones where they lie."""

from pathlib import Path

from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.surfaces.exchange.engine import run
from zhike.surfaces.exchange.opening import open_file
from zhike.surfaces.exchange.tests.conftest import PUBLIC

OWN = Path(__file__).parent / "files"
EXPORTS = [
    # resource, file, created, rejected
    ("clients", OWN / "accounts.csv", 5, 1),
    ("contacts", OWN / "contacts.csv", 4, 1),
    ("clients", PUBLIC / "crm_maven" / "accounts.csv", 85, 0),
    ("clients", PUBLIC / "crm_zoho_analytics" / "Accounts.csv", 2_226, 3),
    ("contacts", PUBLIC / "crm_zoho_analytics" / "Contacts.csv", 1_264, 1),
]


def test_they_go_in_linked_and_change_nothing_the_second_time(ada: User) -> None:
    there = [export for export in EXPORTS if export[1].exists()]
    for resource, path, created, rejected in there:
        of = run(open_file(path, path.name, resource=resource, by=ada))
        assert (path.name, of.created, of.updated, of.rejected) == (path.name, created, 0, rejected)
    for resource, path, created, rejected in there:
        of = run(open_file(path, path.name, resource=resource, by=ada))
        assert (path.name, of.created, of.updated, of.unchanged, of.rejected) == (path.name, 0, 0, created, rejected)
    linked = Contact.objects.filter(external_id="9001").get()
    assert (linked.name, linked.client, linked.phones) == (
        "Tucker",
        Client.objects.get(external_id="8001"),
        ["+18052478982"],
    )
    assert Client.objects.get(external_id="8001").size == "1000+"
