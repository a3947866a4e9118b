"""A draft of the strategy, with a goal that is measured and one that is not."""

from datetime import date
from decimal import Decimal

import pytest

from tests.cast import Cast
from zhike.insight.strategy.models import Strategy

DAY = date(2027, 12, 31)


@pytest.fixture
def draft(cast: Cast) -> Strategy:
    made = Strategy.objects.add(
        by=cast.mona, title="客户管理策略", classification="Two **tiers**, by what they buy.", care="Each has an owner."
    )
    goal = {"by": cast.mona, "by_day": DAY}
    made.add_goal(**goal, name="Nobody is forgotten", measure="planned", better="at_least", target=Decimal(90))
    made.add_goal(**goal, name="They like us", better="at_least", target=Decimal(8))
    return made
