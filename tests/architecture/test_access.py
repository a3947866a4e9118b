"""Who gets where: every kind of record, by every address of the API and of its pages, for every role.

The table says who sees which of three records: Lena's, that of Omar on her team, and that of Ida, who works on other
accounts. Whoever does not see one finds nothing there (404); whoever sees it, but may not do a thing, is refused (403).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction

from tests.architecture.doors import INSIDE, Door, parts_of, told_of
from tests.architecture.knocking import knock
from tests.architecture.makers import MAKERS, OF_A_CLIENT, OF_THE_COMPANY, OF_WHO_LEADS
from tests.cast import Cast
from zhike.clients.models import Client, Contact
from zhike.core.lifecycle.policies import may_administer, may_lead, may_nobody, may_work
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.tests.conftest import Program, program_of

pytestmark = pytest.mark.django_db
WHOSE = ("own", "team's", "other's")
ROLES = {"admin": "ada", "manager": "mona", "member": "lena", "readonly": "rita", "stranger": "ida", "nobody": ""}
SEES_OF_A_CLIENT = {
    "admin": {"own", "team's", "other's"},
    "manager": {"own", "team's"},  # who stands above both
    "member": {"own", "team's"},
    "readonly": {"own", "team's"},
    "stranger": {"other's"},  # which is hers
}
SEES_OF_ONESELF = {"admin": {*WHOSE}, "member": {"own"}, "stranger": {"other's"}}
SEES_WHO_LEADS = {"admin": {*WHOSE}, "manager": {*WHOSE}}
MAY: dict[Any, set[str]] = {
    may_administer: {"admin"},
    may_lead: {"admin", "manager"},
    may_work: {"admin", "manager", "member", "stranger"},
    may_nobody: set(),
}
ELSEWHERE = [door for door in INSIDE if door.area not in RESOURCES or door.name == "forget_view"]
OF_THE_STAFF = {"hand_over", "hand_back", "operations_retry"}  # an administrator's, whatever they name
SEEN_WITH_ITS_RECORD = {"link_revoke"}
AT_A_CLIENT = [
    door
    for door in ELSEWHERE
    if ("reference" in door.parts and door.name not in OF_THE_STAFF) or door.name in SEEN_WITH_ITS_RECORD
]
ONES_OWN = [
    door
    for door in ELSEWHERE
    if (door.parts == ["pk"] or door.name == "forget_view" or {"resource", "pk"} <= {*door.parts})
    and door.name not in OF_THE_STAFF | SEEN_WITH_ITS_RECORD
]
A_READER_MAY = {"discussion_watch", "merge_preview"}  # the latter asks for the other one, and merges nothing yet
SHOWN_ANYWAY = {("admin", "GET"), ("manager", "GET")}  # forms that test_resources opens; the member's stands for both


@pytest.fixture
def casts(cast: Cast) -> dict[str, Cast]:
    """Whoever stands in Lena's place makes the record, at a client of their own."""
    theirs = Client.objects.add(by=cast.omar, name="Omars", owner=cast.omar, team=cast.omar.team, visibility="team")
    contact = Contact.objects.add(by=cast.omar, name="Olaf", client=theirs)
    omars = replace(cast, lena=cast.omar, omar=cast.lena, qingchuan=theirs, clara=contact)
    idas = replace(cast, lena=cast.ida, qingchuan=cast.tramlight, tramlight=cast.qingchuan, clara=cast.emil)
    return {"own": cast, "team's": omars, "other's": idas}


def sees(role: str, whose: str, resource: Resource) -> bool:
    if role == "nobody":
        return False
    if resource.name in OF_THE_COMPANY:
        return True
    if resource.name == "approvals" and role == "manager":  # who decides, and so sees what waits for it
        return True
    table = SEES_WHO_LEADS if resource.name in OF_WHO_LEADS else SEES_OF_ONESELF
    if resource.name in OF_A_CLIENT:
        table = SEES_OF_A_CLIENT
    return whose in table.get(role, ())


def test_the_table_holds_at_every_address(resource, cast, casts):
    records = {whose: MAKERS[resource.name](theirs, n) for n, (whose, theirs) in enumerate(casts.items(), 1)}
    wrong = []
    for role, name in ROLES.items():
        person, program = _of(cast, name)
        listed = {one["reference"] for one in program.get(f"{resource.name}?limit=200").json().get("data", ())}
        for whose, record in records.items():
            seen = sees(role, whose, resource)
            if (record.reference in listed) != seen:
                wrong.append((role, whose, "list", "told" if not seen else "not told"))
            for method, place, json in _of_the_api(resource, f"/api/v1/{resource.name}/{record.reference}"):
                got = _tried(method, place, json=json, headers=program.headers | {"If-Match": "*"})
                if got not in expected(resource, role, seen, method):
                    wrong.append((role, whose, method, place, got))
            for door, method in _pages(resource):
                if seen and (role, method) in SHOWN_ANYWAY and door.name != "detail":
                    continue
                got = _tried(method, door.at(_parts(resource, record)), person=person)
                if not _fits(role, seen, method, door, got):
                    wrong.append((role, whose, method, door.route, got))
    assert wrong == []


def _of(cast: Cast, name: str) -> tuple[Any, Program]:
    person = getattr(cast, name) if name else None
    return person, program_of(person) if person else Program({})


def _tried(method: str, at: str, **more: Any) -> int:
    """The status of the answer; nothing stays changed."""
    if method == "GET":
        return knock(method, at, **more)
    with transaction.atomic():
        status = knock(method, at, **more)
        transaction.set_rollback(True)
    return status


def _of_the_api(resource: Resource, at: str) -> Iterator[tuple[str, str, str]]:
    """(method, place, body) of every address of one record."""
    yield from (("GET", f"{at}{more}", "") for more in ("", "/timeline", "/files"))
    yield "PATCH", at, "{}"
    if resource.name != "files":
        yield "POST", f"{at}/files", "{}"
    yield from (("POST", f"{at}/{step}", "{}") for step in resource.steps)


def expected(resource: Resource, role: str, seen: bool, method: str) -> set[int]:
    if role == "nobody":
        return {401}
    if not seen:
        return {404}
    if method == "GET":
        return {200}
    if method == "PATCH" and resource.model.may_amend in MAY:  # else the area has a finer rule, and a test of it
        return {200} if role in MAY[resource.model.may_amend] else {403}
    refused = {403, 409, 415, 422}  # not theirs, not in this state, no file came, or the step asks for something
    return refused if role == "readonly" else {200, 204, *refused}


def _pages(resource: Resource) -> Iterator[tuple[Door, str]]:
    """(door, method) of every page of one record; what only says 405 is not asked."""
    for door in INSIDE:
        if door.area == resource.name and "reference" in door.parts:
            yield from ((door, method) for method in filter(door.takes, ("GET", "POST")))


def _parts(resource: Resource, record: Any) -> dict[str, str]:
    step, column = next(iter(resource.steps), "none"), next(iter(resource.columns)).name
    return {"reference": record.reference, "step": step, "column": column}


def _fits(role: str, seen: bool, method: str, door: Door, got: int) -> bool:
    """Nobody is sent to sign in; what is not seen is not found; a reader may look and nothing else."""
    if got == 405:
        door.refuses.add(method)
        return True
    if role == "nobody":
        return got in (302, 401, 403, 404)
    if not seen:
        return got == 404 or (got == 403 and role == "readonly")
    if door.name == "detail":
        return got in (200, 302)
    if role == "readonly" and method == "POST" and door.name not in A_READER_MAY:
        return got in (403, 404, 422)
    return got < 500


@pytest.mark.parametrize("role", ROLES)
def test_the_table_holds_at_addresses_that_no_kind_of_record_has(role, cast, casts):
    (person, _program), wrong = _of(cast, ROLES[role]), []
    for n, (whose, theirs) in enumerate(casts.items(), 1):
        told = told_of(theirs, n)
        for doors, table in ((AT_A_CLIENT, SEES_OF_A_CLIENT), (ONES_OWN, SEES_OF_ONESELF)):
            seen = whose in table.get(role, ())
            for door in doors:
                for method in filter(door.takes, ("GET", "POST")):
                    got = _tried(method, door.at(parts_of(door, told)), person=person)
                    if not _fits(role, seen, method, door, got):
                        wrong.append((role, whose, method, door.route, got))
    assert wrong == []
