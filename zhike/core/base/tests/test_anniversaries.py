"""Days that come again, by the sun and by the moon."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.core.base.anniversaries import Anniversary, next_occurrence, occurrence

# Leap months and thirtieth days of 2026-2035. Made from lunar_python and found equal, day by day, by a second
# implementation (lunardate); all days of 2025-2036 agreed with a third one (LunarCalendar) too.
TABLE = list(csv.DictReader(Path(__file__).with_name("lunar_days.csv").open(encoding="utf-8")))


def test_it_agrees_with_the_table():
    assert len(TABLE) == 270
    for row in TABLE:
        leap, leap_only, day_after = (row[name] == "1" for name in ("leap", "leap_only", "day_after"))
        told = Anniversary(
            int(row["month"]), int(row["day"]), lunar=True, leap=leap, leap_only=leap_only, day_after=day_after
        )
        found = occurrence(told, int(row["lunar_year"]))
        assert (found.isoformat() if found else "") == row["falls_on"], row


@pytest.mark.parametrize(
    ("month", "day", "year", "falls_on"),
    [
        (1, 1, 2026, date(2026, 2, 17)),  # 春节
        (1, 1, 2028, date(2028, 1, 26)),
        (8, 15, 2026, date(2026, 9, 25)),  # 中秋
        (8, 15, 2028, date(2028, 10, 3)),
        (5, 5, 2027, date(2027, 6, 9)),  # 端午
    ],
)
def test_it_knows_the_festivals_of_the_almanac(month, day, year, falls_on):
    assert occurrence(Anniversary(month, day, lunar=True), year) == falls_on


def test_a_leap_birthday_is_kept_in_its_leap_month_where_there_is_one():
    told = Anniversary(6, 1, lunar=True, leap=True)
    assert occurrence(told, 2025) == date(2025, 7, 25)
    assert next_occurrence(told, date(2025, 7, 26)) == date(2026, 7, 14)


def test_a_leap_birthday_may_wait_for_its_leap_month():
    told = Anniversary(6, 1, lunar=True, leap=True, leap_only=True)
    assert next_occurrence(told, date(2025, 7, 26)) == date(2036, 7, 23)


def test_the_twelfth_month_falls_into_the_next_year_of_the_sun():
    assert next_occurrence(Anniversary(12, 8, lunar=True), date(2026, 1, 1)) == date(2026, 1, 26)


def test_a_leap_day_of_the_sun_is_kept_at_the_end_of_february():
    told = Anniversary(2, 29)
    assert next_occurrence(told, date(2027, 1, 1)) == date(2027, 2, 28)
    assert next_occurrence(told, date(2028, 1, 1)) == date(2028, 2, 29)


def test_what_happens_once_does_not_come_again():
    told = Anniversary(5, 3, year=2026, yearly=False)
    assert next_occurrence(told, date(2026, 5, 3)) == date(2026, 5, 3)
    assert next_occurrence(told, date(2026, 5, 4)) is None


@settings(max_examples=25)
@given(
    st.integers(1, 12), st.integers(1, 30), st.booleans(), st.booleans(), st.booleans(),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
)  # fmt: skip
def test_it_comes_every_year_never_in_the_past_and_none_is_passed_over(month, day, lunar, leap, day_after, after):
    told = Anniversary(month, day, lunar=lunar, leap=leap and lunar, day_after=day_after)
    found = next_occurrence(told, after)
    assert after <= found and (found - after).days <= 400
    assert next_occurrence(told, found) == found
    assert all(not (after <= one < found) for one in (occurrence(told, after.year + n) for n in (-1, 0, 1)))
