"""What programs reach beside one record after the other: many at once, whole lists as files, what is gathered about a
record; and how far a token goes that may not do all that its person may.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse

from tests.architecture.knocking import answer, knock
from tests.architecture.makers import MAKERS
from tests.architecture.test_access import ROLES, casts, expected, sees  # noqa: F401  (the table, and who is in it)
from zhike.core.documents.registry import documents_of
from zhike.core.jobs.running import run
from zhike.core.resources.readings import readings_of
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.endpoint import GIVE_RIGHTS
from zhike.surfaces.api.tests.conftest import program_of
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.taking import start_export

pytestmark = pytest.mark.django_db
Asked = tuple[str, str, str]  # method, place, body


@pytest.fixture(autouse=True)
def _no_document_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who gets one is asked here, not how it looks."""
    monkeypatch.setattr("zhike.surfaces.api.documents.make", lambda _order: None)
    monkeypatch.setattr("zhike.surfaces.api.documents.hand_over", lambda *_asked: HttpResponse())


def test_many_at_once_and_whole_lists_reach_no_further_than_one_by_one(resource, cast, casts):  # noqa: F811
    records = {whose: MAKERS[resource.name](theirs, n) for n, (whose, theirs) in enumerate(casts.items(), 1)}
    at, wrong = f"/api/v1/{resource.name}", []
    for role, name in ROLES.items():
        headers = program_of(getattr(cast, name)).headers if name else {}
        status, csv = _as_csv(at, headers)
        if status != {"nobody": 401, "readonly": 403}.get(role, 200):
            wrong.append((role, "csv", status))
        for whose, record in records.items():
            seen = sees(role, whose, resource)
            if status == 200 and (f"\n{record.reference}," in csv) != seen:
                wrong.append((role, whose, "csv", "told" if not seen else "not told"))
            for act, got in _at_once(at, record, resource, headers):
                if got not in expected(resource, role, seen, "PATCH" if act == "amend" else "POST"):
                    wrong.append((role, whose, act, got))
            for place in _gathered(resource, f"{at}/{record.reference}"):
                if (got := knock("GET", place, headers=headers)) not in expected(resource, role, seen, "GET"):
                    wrong.append((role, whose, place, got))
    assert wrong == []


def _as_csv(at: str, headers: dict[str, str]) -> tuple[int, str]:
    got = answer("GET", at, headers=headers | {"Accept": "text/csv"})
    return got.status_code, got.getvalue().decode() if got.status_code == 200 else ""


def _at_once(at: str, record: Any, resource: Resource, headers: dict[str, str]) -> list[tuple[str, int]]:
    """[(act, status)] of changing it and of each of its steps, in one request each; nothing stays changed."""
    acts: list[dict[str, Any]] = [{"act": "amend", "version": record.version, "values": {}}]
    acts += [{"act": "step", "step": step} for step in resource.steps]
    found = []
    for act in acts:
        with transaction.atomic():
            body = json.dumps({"acts": [act | {"reference": record.reference}]})
            got = answer("POST", f"{at}/bulk", json=body, headers=headers)
            transaction.set_rollback(True)
        status = json.loads(got.content)["results"][0]["status"] if got.status_code == 200 else got.status_code
        found.append((act.get("step", "amend"), status))
    return found


def _gathered(resource: Resource, at: str) -> Iterator[str]:
    """What areas know of it beside its fields, its documents, and the bytes of a file."""
    yield from (f"{at}/{name}" for name in readings_of(resource.record_type))
    yield from (f"{at}/documents/{name}" for name in documents_of(resource.record_type))
    if resource.name == "files":
        yield f"{at}/content"


def test_a_token_goes_as_far_as_its_scopes(resource, cast):
    """Ada may nearly all; her programs only what their tokens say."""
    name, record = resource.name, MAKERS[resource.name](cast, 1)
    elsewhere = "clients:write" if name != "clients" else "contacts:write"
    full, wrong = program_of(cast.ada).headers, []
    tokens = {
        scope: program_of(cast.ada, scope).headers for scope in ("read", f"{name}:read", f"{name}:write", elsewhere)
    }
    for asked, reach in _with_its_reach(resource, record):
        whole = _status(asked, full)
        for scope, headers in tokens.items():
            if (got := _status(asked, headers)) != (whole if scope in reach else 403):
                wrong.append((scope, asked, got, whole))
    assert wrong == []


def _with_its_reach(resource: Resource, record: Any) -> Iterator[tuple[Asked, set[str]]]:
    """(what is asked, the scopes beside `write` that go so far)."""
    name, at = resource.name, f"/api/v1/{resource.name}"
    one, reads, writes = f"{at}/{record.reference}", {"read", f"{name}:read", f"{name}:write"}, {f"{name}:write"}
    writes = set() if name in GIVE_RIGHTS else writes
    for place in (at, one, f"{one}/files", *([f"{one}/content"] if name == "files" else [])):
        yield ("GET", place, ""), reads
    yield ("POST", f"{at}/export", "{}"), reads
    for place in (f"{one}/timeline", *(f"{one}/documents/{said}" for said in documents_of(resource.record_type))):
        yield ("GET", place, ""), {"read"}
    for said in readings_of(resource.record_type).values():
        yield ("GET", f"{one}/{said.name}", ""), reads if {*said.tells} <= {name} else {"read"}
    yield ("PATCH", one, "{}"), writes
    for place in (at, f"{at}/bulk", f"{one}/files", *(f"{one}/{step}" for step in resource.steps)):
        yield ("POST", place, "{}"), writes


def _status(asked: Asked, headers: dict[str, str]) -> int:
    method, place, body = asked
    with transaction.atomic():
        got = knock(method, place, json=body, headers=headers | {"If-Match": "*"})
        transaction.set_rollback(True)
    return got


def test_an_export_is_for_whoever_made_it_and_for_tokens_that_read_what_it_holds(cast):
    job = start_export(Wish("clients"), "csv", by=cast.lena)
    run(job.pk)
    places = f"/api/v1/exports/{job.pk}", f"/api/v1/exports/{job.pk}/file"
    for person in (cast.lena, cast.omar, cast.mona, cast.ada, cast.rita, cast.ida):
        got = {knock("GET", place, headers=program_of(person).headers) for place in places}
        assert got == ({200} if person == cast.lena else {404}), person
        assert knock("GET", f"/exports/{job.pk}/", person=person) == (200 if person == cast.lena else 404)
    for scope, status in (("read", 200), ("clients:read", 200), ("todos:write", 404)):
        assert {knock("GET", place, headers=program_of(cast.lena, scope).headers) for place in places} == {status}
