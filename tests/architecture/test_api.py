"""Every address of the API, for every kind of record: what it tells and takes, and nonsense."""

from urllib.parse import urlencode

import pytest

from tests.architecture.makers import MAKERS
from tests.architecture.test_doors import NONSENSE, ODD
from zhike.surfaces.api.openapi import document
from zhike.surfaces.api.tests.conftest import program_of

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
