"""When somebody can be reached next."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.clients.reachable_hours import opens_at

HOURS = "09:00-12:00 13:30-18:00"


@pytest.mark.parametrize(
    ("zone", "now", "opens"),
    [
        ("Asia/Shanghai", datetime(2026, 11, 24, 14, 10, tzinfo=UTC), "2026-11-25T09:00:00+08:00"),
        ("Asia/Shanghai", datetime(2026, 11, 24, 4, 30, tzinfo=UTC), "2026-11-24T13:30:00+08:00"),
        ("Asia/Shanghai", datetime(2026, 11, 24, 2, 0, tzinfo=UTC), None),
        ("Europe/Berlin", datetime(2026, 11, 24, 2, 0, tzinfo=UTC), "2026-11-24T09:00:00+01:00"),
    ],
)
def test_it_is_the_next_stretch_of_their_own_day(zone: str, now: datetime, opens: str | None) -> None:
    found = opens_at(HOURS, zone, now)
    assert (found.isoformat() if found else None) == opens


def test_who_gave_no_hours_can_be_reached_always() -> None:
    assert opens_at("", "Asia/Shanghai", datetime(2026, 11, 24, 20, tzinfo=UTC)) is None


def test_a_stretch_over_midnight_and_one_to_its_end() -> None:
    late = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)  # 23:30 in Shanghai
    assert opens_at("20:00-24:00", "Asia/Shanghai", late) is None
    assert opens_at("22:00-02:00", "Asia/Shanghai", late + timedelta(hours=2)) is None


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)))
def test_when_they_open_they_can_be_reached_and_not_before(now: datetime) -> None:
    opens = opens_at(HOURS, "Europe/Berlin", now)
    if opens is not None:
        assert now < opens <= now + timedelta(days=1, hours=1)
        assert opens_at(HOURS, "Europe/Berlin", opens) is None
