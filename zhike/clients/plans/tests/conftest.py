"""A calendar without holidays, and a plan."""

from datetime import date
from typing import Any

import pytest

from tests.cast import Cast
from zhike.clients.plans.models import Plan
from zhike.core.timeline.delivery import deliver_all


def make(cast: Cast, **values: Any) -> Plan:
    return Plan.objects.add(
        by=cast.lena,
        **{"client": cast.qingchuan, "owner": cast.lena, "every": 5, "starts_on": date(2026, 3, 2)} | values,
    )


def again(plan: Plan) -> Plan:
    deliver_all()
    plan.refresh_from_db()
    return plan


@pytest.fixture
def plan(cast: Cast) -> Plan:
    return make(cast)
