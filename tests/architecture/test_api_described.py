"""The API does what its description says: every operation, with values that schemathesis makes from the description.

Nothing that is asked stays changed, and the seed is fixed: what fails once fails always.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks

from tests.architecture.makers import MAKERS
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.api.openapi import document
from zhike.surfaces.api.tests.conftest import program_of
from zhike.surfaces.api.urls import urlpatterns
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.taking import start_export

pytestmark = pytest.mark.django_db
UNDESCRIBED = ("openapi", None)  # the description itself, and whatever is nowhere
WALKS, STEPS = 3, 8  # of each kind of record
EXAMPLES = 2  # of each operation and kind of value: as described, and not
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture(autouse=True)
def _the_connection_stays() -> Iterator[None]:
    """As Django's own test client has it: the test's transaction lives in it."""
    ends = (signals.request_started, signals.request_finished)
    for one in ends:
        one.disconnect(close_old_connections)
    yield
    for one in ends:
        one.connect(close_old_connections)


@cache
def described() -> Any:
    schema = schemathesis.openapi.from_dict(document())
    schema.app = get_wsgi_application()
    return schema


@cache
def operations() -> dict[str, list[Any]]:
    """By the kind of record that they are about."""
    found: dict[str, list[Any]] = {}
    for told in described().get_all_operations():
        one = told.ok()
        found.setdefault(one.tags[0], []).append(one)
    return found


@pytest.mark.parametrize("group", [*RESOURCES, "search", "exports"])
def test_every_operation_answers_as_described(group, cast):
    record = MAKERS[group](cast, 1) if group in MAKERS else cast.qingchuan
    headers = program_of(cast.ada).headers | {"Accept-Encoding": "identity"}
    told = {"reference": record.reference, "id": str(taken_out(cast).pk) if group == "exports" else ""}
    for operation in operations()[group]:
        _ask(operation, told, headers)


def taken_out(cast: Any) -> Job:
    """An export of Ada's whose file is ready."""
    job = start_export(Wish("clients"), "csv", by=cast.ada)
    run(job.pk)
    job.refresh_from_db()
    return job


def test_every_address_is_described_and_asked() -> None:
    assert {*operations()} == {*RESOURCES, "search", "exports"}
    told = {re.sub(r"\{\w+\}", "*", place).removeprefix("/api/") for place in document()["paths"]}
    kinds = [one.pattern for one in urlpatterns if str(one.pattern).startswith("v1/") and one.name not in UNDESCRIBED]
    for pattern in map(str, kinds):
        shape = re.sub(r"<(\w+:)?(name|step|document|reading)>", "[^/*]+", pattern)
        shape = re.sub(r"<[^>]+>", re.escape("*"), shape)
        assert any(re.fullmatch(shape, place) for place in told), pattern


def _ask(operation: Any, told: dict[str, str], headers: dict[str, str]) -> None:
    names = {one.name for one in operation.path_parameters}
    at: dict[str, Any] = {"path_parameters": {name: told[name] for name in names}} if names else {}
    asked = st.one_of(
        operation.as_strategy(**at),
        operation.as_strategy(GenerationMode.NEGATIVE, **at),
    )

    @seed(4)
    @settings(max_examples=EXAMPLES * 2, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=asked)
    def ask(case: Any) -> None:
        with transaction.atomic():
            case.call_and_validate(headers=headers, checks=CHECKS)
            transaction.set_rollback(True)

    ask()


@pytest.mark.parametrize("group", [name for name, one in RESOURCES.items() if name in MAKERS and one.steps])
def test_any_walk_of_operations_answers_as_described(group, cast):
    """Adding, changing and taking steps in any order, each on what the one before answered."""
    record = MAKERS[group](cast, 1)
    given = {"reference": record.reference} | {name: getattr(cast, name).reference for name in ("qingchuan", "clara")}
    walk = walking(group, given, program_of(cast.ada).headers | {"Accept-Encoding": "identity"})
    asked = {"database": None, "deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": True}
    walk.run(settings=settings(max_examples=WALKS, stateful_step_count=STEPS, **asked))


def walking(group: str, given: dict[str, str], headers: dict[str, str]) -> Any:
    """The state machine of one kind of record; a walk begins with the record `given`, and nothing of it stays."""

    class Walk(described().include(tag=group).as_state_machine()):
        def setup(self) -> None:
            self.undone, self.tags = transaction.atomic(), set()
            self.undone.__enter__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

        def before_call(self, case: Any) -> None:
            known = case.headers.get("If-Match") in self.tags
            case.headers.update(headers | ({} if known else {"If-Match": "*"}))
            record = RESOURCES[group].model.objects.filter(pk=number_in(case)).first()
            if "reference" in case.path_parameters and record is None:
                case.path_parameters["reference"] = given["reference"]
            if isinstance(case.body, dict):
                named = (("client", "qingchuan"), ("contact", "clara"))
                case.body |= {field: given[of] for field, of in named if field in case.body}

        def validate_response(self, response: Any, case: Any, **more: Any) -> None:
            self.tags.add(next(iter(response.headers.get("etag", [])), ""))
            case.validate_response(response, checks=CHECKS)

    return Walk


def number_in(case: Any) -> int:
    said = str(case.path_parameters.get("reference", "")).rpartition("-")[2]
    return int(said) if said.isdecimal() and len(said) < 10 else 0
