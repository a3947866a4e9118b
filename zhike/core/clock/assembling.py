"""A WorkingCalendar from what a Calendar row says, kept as long as it says the same."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from zhike.core.clock.hours import WEEKDAYS, nearest_weekday, read_week
from zhike.core.clock.public_holidays import public_holidays
from zhike.core.clock.working_calendar import Week, WorkingCalendar


def assembled(
    zone: str, region: str, hours: Any, days_off: Mapping[str, str], days_worked: Mapping[str, str], years: range
) -> WorkingCalendar:
    """Own days go before public ones. Raises what `read_week` and WorkingCalendar raise."""
    own = json.dumps([hours, dict(days_off), dict(days_worked)], sort_keys=True)
    return _assembled(zone, region, own, years)


@lru_cache(maxsize=256)
def _assembled(zone: str, region: str, own: str, years: range) -> WorkingCalendar:
    hours, days_off, days_worked = json.loads(own)
    week, public = read_week(hours), public_holidays(region, years)
    off = {date.fromisoformat(day) for day in days_off}
    worked = {day: nearest_weekday(week, day) for day in public.worked - off}
    worked |= {day: _hours_of(week, day, weekday) for day, weekday in _dates(days_worked)}
    return WorkingCalendar(zone, week, frozenset(public.off) | off, worked)


def _hours_of(week: Week, day: date, weekday: str) -> int:
    return WEEKDAYS.index(weekday) if weekday else nearest_weekday(week, day)


def _dates(days: Mapping[str, str]) -> list[tuple[date, str]]:
    return [(date.fromisoformat(day), said) for day, said in days.items()]
