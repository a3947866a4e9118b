"""Nobody is called at night, by their own clock."""

import pytest

from zhike.core.clock.reachable import in_reachable_hours
from zhike.core.clock.tests.oracle import OFFICE, OVERNIGHT
from zhike.core.clock.tests.test_public_holidays import at


@pytest.mark.parametrize(
    ("moment", "reachable"),
    [("2026-03-02T16:00", True), ("2026-03-02T15:59", False), ("2026-03-02T19:30", False), ("2026-03-07T17:00", False)],
)
def test_it_reads_the_clock_of_the_other(moment: str, reachable: bool) -> None:
    assert in_reachable_hours(OFFICE, "Europe/Berlin", at(moment)) is reachable


def test_it_knows_hours_that_go_past_midnight() -> None:
    assert in_reachable_hours(OVERNIGHT, "Asia/Shanghai", at("2026-03-03T06:00"))
    assert not in_reachable_hours(OVERNIGHT, "Asia/Shanghai", at("2026-03-02T06:00"))


def test_without_agreed_hours_one_is_always_reachable() -> None:
    assert in_reachable_hours(((),) * 7, "Asia/Shanghai", at("2026-03-02T03:00"))
