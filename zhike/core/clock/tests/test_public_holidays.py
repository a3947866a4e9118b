"""Real years: China's make-up days 调休, and holidays elsewhere."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from zhike.core.clock.public_holidays import public_holidays
from zhike.core.clock.tests.oracle import OFFICE
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.clock.working_time import add, add_days, is_open

CHINA = public_holidays("CN", (2025, 2026))
CALENDAR = WorkingCalendar("Asia/Shanghai", OFFICE, frozenset(CHINA.off), dict.fromkeys(CHINA.worked, 4))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize("day", ["2025-01-26", "2025-02-08", "2025-09-28", "2026-01-04", "2026-02-14", "2026-02-28"])
def test_a_make_up_day_at_the_weekend_is_worked(day: str) -> None:
    assert date.fromisoformat(day).weekday() >= 5
    assert is_open(CALENDAR, at(f"{day}T10:00"))


@pytest.mark.parametrize("day", ["2025-01-28", "2025-02-04", "2025-10-08", "2026-02-16", "2026-02-23", "2026-10-07"])
def test_a_holiday_on_a_weekday_is_free(day: str) -> None:
    assert date.fromisoformat(day).weekday() < 5
    assert not is_open(CALENDAR, at(f"{day}T10:00"))


def test_an_hour_before_spring_festival_2026_ends_after_it() -> None:
    assert add(CALENDAR, at("2026-02-14T17:30"), timedelta(hours=1)) == at("2026-02-24T09:30")


def test_days_over_spring_festival_2026_count_both_make_up_saturdays() -> None:
    assert add_days(CALENDAR, at("2026-02-13T10:00"), 1) == at("2026-02-14T18:00")
    assert add_days(CALENDAR, at("2026-02-13T10:00"), 6) == at("2026-02-28T18:00")


def test_days_over_national_day_2025() -> None:
    assert add_days(CALENDAR, at("2025-09-26T10:00"), 1) == at("2025-09-28T18:00")
    assert add_days(CALENDAR, at("2025-09-30T10:00"), 3) == at("2025-10-11T18:00")


def test_it_says_until_when_make_up_days_are_announced() -> None:
    assert CHINA.known_until is not None
    assert CHINA.known_until >= date(2026, 12, 31)


def test_after_that_only_the_fixed_days_count() -> None:
    later = public_holidays("CN", [2032])
    assert date(2032, 10, 1) in later.off
    assert not later.worked


def test_a_part_of_a_country_has_its_own_days() -> None:
    assert date(2026, 3, 8) in public_holidays("DE-BE", [2026]).off
    assert date(2026, 3, 8) not in public_holidays("DE", [2026]).off
    assert public_holidays("DE", [2026]).known_until is None


def test_no_region_has_no_holidays() -> None:
    assert not public_holidays("", [2026]).off


@pytest.mark.parametrize("region", ["XX", "DE-ZZ", "Narnia"])
def test_it_refuses_an_unknown_region(region: str) -> None:
    with pytest.raises(ValueError, match="No public holidays"):
        public_holidays(region, [2026])
