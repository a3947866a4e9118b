"""The API does what its description says: every operation, with values that schemathesis makes from the description.

Nothing that is asked stays changed, and the seed is fixed: what fails once fails always.
"""

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
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.api.openapi import document
from zhike.surfaces.api.tests.conftest import program_of

pytestmark = pytest.mark.django_db
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


@pytest.mark.parametrize("group", [*RESOURCES, "search"])
def test_every_operation_answers_as_described(group, cast):
    record = MAKERS[group](cast, 1) if group in MAKERS else cast.qingchuan
    headers = program_of(cast.ada).headers | {"Accept-Encoding": "identity"}
    for operation in operations()[group]:
        _ask(operation, record.reference, headers)


def _ask(operation: Any, reference: str, headers: dict[str, str]) -> None:
    names = {one.name for one in operation.path_parameters}
    at = {"path_parameters": {"reference": reference}} if names else {}
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
