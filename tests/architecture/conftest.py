"""Every registered resource, and a signed-in browserless client for anyone of the cast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client as Browser

from zhike.core.resources.registry import RESOURCES


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "resource" in metafunc.fixturenames:
        metafunc.parametrize("resource", RESOURCES.values(), ids=list(RESOURCES))
    if "step" in metafunc.fixturenames:
        steps = [(resource, step) for resource in RESOURCES.values() for step in resource.steps.values()]
        metafunc.parametrize(("owner", "step"), steps, ids=[f"{one.name}.{step.name}" for one, step in steps])


@pytest.fixture
def browse() -> Callable[[Any], Browser]:
    def as_person(person: Any) -> Browser:
        browser = Browser()
        browser.force_login(person)
        return browser

    return as_person
