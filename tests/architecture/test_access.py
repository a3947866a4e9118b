"""Who gets where: every kind of record, by every address that the API has for it, for every role.

The table says who sees which of three records: Lena's, that of Omar on her team, and that of Ida, who works on other
accounts. Whoever does not see one finds nothing there (404); whoever sees it, but may not do a thing, is refused (403).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client as Browser

from tests.architecture.makers import MAKERS, OF_A_CLIENT, OF_THE_COMPANY
from tests.cast import Cast
from zhike.clients.models import Client, Contact
from zhike.core.lifecycle.policies import may_administer, may_lead, may_nobody, may_work
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.tests.conftest import program_of

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
MAY: dict[Any, set[str]] = {
    may_administer: {"admin"},
    may_lead: {"admin", "manager"},
    may_work: {"admin", "manager", "member", "stranger"},
    may_nobody: set(),
}


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
    table = SEES_OF_A_CLIENT if resource.name in OF_A_CLIENT else SEES_OF_ONESELF
    return whose in table.get(role, ())


def test_the_api_lets_in_whom_the_table_says(resource, cast, casts):
    records = {whose: MAKERS[resource.name](theirs, n) for n, (whose, theirs) in enumerate(casts.items(), 1)}
    wrong = []
    for role, name in ROLES.items():
        ask = program_of(getattr(cast, name)) if name else _without_token
        listed = {one["reference"] for one in ask("GET", f"{resource.name}?limit=200").json().get("data", ())}
        for whose, record in records.items():
            seen = sees(role, whose, resource)
            if (record.reference in listed) != seen:
                wrong.append((role, whose, "list", "told" if not seen else "not told"))
            for method, place, body in _asked(resource, f"{resource.name}/{record.reference}"):
                match = {"If-Match": "*"} if method == "PATCH" else {}
                got = _tried(lambda: ask(method, place, body, **match))  # noqa: B023
                if got not in _expected(resource, role, seen, method):
                    wrong.append((role, whose, method, place, got))
    assert wrong == []


def _tried(ask: Callable[[], Any]) -> int:
    """The status of the answer; nothing stays changed."""
    with transaction.atomic():
        status: int = ask().status_code
        transaction.set_rollback(True)
    return status


def _asked(resource: Resource, at: str) -> Iterator[tuple[str, str, Any]]:
    """(method, place, body) of every address of one record."""
    yield from (("GET", f"{at}{more}", None) for more in ("", "/timeline", "/files"))
    yield "PATCH", at, {}
    yield from (("POST", f"{at}/{step}", {}) for step in resource.steps)


def _expected(resource: Resource, role: str, seen: bool, method: str) -> set[int]:
    if role == "nobody":
        return {401}
    if not seen:
        return {404}
    if method == "GET":
        return {200}
    if method == "PATCH" and resource.model.may_amend in MAY:  # else the area has a finer rule, and a test of it
        return {200} if role in MAY[resource.model.may_amend] else {403}
    refused = {403, 409, 422}  # not theirs to do, not in this state, or the step asks for something
    return refused if role == "readonly" else {200, 204, *refused}


def _without_token(method: str, place: str, body: Any = None, **headers: str) -> Any:
    return Browser().generic(method, f"/api/v1/{place}", "{}", "application/json", headers=headers)
