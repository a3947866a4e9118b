"""Three stages: Lead, Active for who has an industry, At risk for who is tagged quiet."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cast import Cast
from zhike.clients.stages.models import Stage

Make = Callable[..., Stage]


@pytest.fixture
def make(cast: Cast) -> Make:
    places = iter(range(1, 1_000))

    def stage(name: str, **more: Any) -> Stage:
        made: Stage = Stage.objects.add(by=cast.mona, name=name, place=next(places), **more)
        return made

    return stage


@pytest.fixture
def lead(make: Make) -> Stage:
    return make("Lead", kind="lead")


@pytest.fixture
def active(make: Make, lead: Stage) -> Stage:
    stage = make("Active", entry={"field": "industry", "filled": True})
    lead.next_stages.set([stage])
    return stage


@pytest.fixture
def at_risk(make: Make, active: Stage) -> Stage:
    stage = make("At risk", kind="at_risk", entry={"field": "tags", "any_of": ["quiet"]}, next_stages=[active])
    active.next_stages.set([stage])
    return stage
