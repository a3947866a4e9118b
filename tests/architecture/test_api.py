"""Every address of the API, for every kind of record: tried by nobody, a stranger, a reader, and with nonsense."""

from urllib.parse import urlencode

import pytest

from tests.architecture.makers import MAKERS, OF_A_CLIENT
from tests.architecture.test_doors import NONSENSE, ODD
from zhike.surfaces.api.openapi import document
from zhike.surfaces.api.tests.conftest import Program, program_of

pytestmark = pytest.mark.django_db
ANY = {"If-Match": "*"}


def test_what_is_told_and_what_is_described_are_the_same(resource, cast):
    record = MAKERS[resource.name](cast, 1)
    told = program_of(cast.ada).get(f"{resource.name}/{record.reference}").json()
    described = document()["components"]["schemas"][resource.name]["properties"]
    assert told.keys() == described.keys()


def test_what_it_tells_it_takes_back(resource, cast):
    """PATCH of all that was told: once it may add what the form fills in by itself, then nothing changes."""
    record, adas = MAKERS[resource.name](cast, 1), program_of(cast.ada)
    place, writable = f"{resource.name}/{record.reference}", resource.form(instance=record, by=cast.ada).fields
    told = adas.get(place).json()
    versions = []
    for _time in range(2):
        answer = adas.patch(place, {name: told[name] for name in writable if name in told and name != "version"}, **ANY)
        assert answer.status_code in (200, 403), answer.json()
        told = told if answer.status_code == 403 else answer.json()
        versions.append(told["version"])
    assert versions[0] == versions[1]


def test_nobody_gets_anything(resource, cast):
    record = MAKERS[resource.name](cast, 1)
    for place in (resource.name, f"{resource.name}/{record.reference}", f"{resource.name}/{record.reference}/files"):
        assert Program({}).get(place).status_code == 401
        assert Program({}).post(place, {}).status_code == 401


def test_a_stranger_gets_404(resource, cast):
    if resource.name not in OF_A_CLIENT:
        return
    record, idas = MAKERS[resource.name](cast, 1), program_of(cast.ida)
    place = f"{resource.name}/{record.reference}"
    assert [idas.get(at).status_code for at in (place, f"{place}/timeline", f"{place}/files")] == [404] * 3
    assert idas.patch(place, {}, **ANY).status_code == 404
    assert {idas.post(f"{place}/{step}", {}).status_code for step in resource.steps} <= {404}
    assert record.reference not in idas.get(f"{resource.name}?archived=yes").content.decode()


def test_a_reader_changes_nothing(resource, cast):
    record, ritas = MAKERS[resource.name](cast, 1), program_of(cast.rita)
    place = f"{resource.name}/{record.reference}"
    if resource.name != "tokens":  # of which everyone may make some
        assert ritas.post(resource.name, {}).status_code == 403
    assert ritas.patch(place, {}, **ANY).status_code in (403, 404)
    assert {ritas.post(f"{place}/{step}", {}).status_code for step in resource.steps} <= {403, 404, 422}
    record.refresh_from_db()
    assert record.version == 1


def test_it_breaks_at_nothing_odd(resource, cast):
    adas = program_of(cast.ada)
    for odd in NONSENSE:
        assert adas.get(f"{resource.name}/{odd}").status_code < 500
    names = [name for name in resource.form(by=cast.ada).fields if name != "version"]
    for value in (*ODD, [ODD[0]], {"id": ODD[1]}, 10**30, True, None):
        answer = adas.post(resource.name, dict.fromkeys(names, value))
        assert answer.status_code < 500, (value, answer.content)
    for odd in ODD[1:]:
        words = urlencode(dict.fromkeys(resource.all_filters(), odd))
        assert adas.get(f"{resource.name}?{words}").status_code < 500
