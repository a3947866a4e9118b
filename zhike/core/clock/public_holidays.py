"""Public holidays and make-up workdays of a region: China from `chinesecalendar`, elsewhere from `holidays`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import chinese_calendar
import holidays
from chinese_calendar import constants as china

CHINA = "CN"


@dataclass(frozen=True)
class PublicHolidays:
    """`off`: dates with their English names. `worked`: weekend dates that are worked. `known_until`: the last date
    for which the make-up days are announced, where such are announced yearly; after it only the fixed days count.
    """

    off: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    known_until: date | None = None


def public_holidays(region: str, years: Iterable[int]) -> PublicHolidays:
    """Region as ISO 3166 code, with a part if wanted: "CN", "DE-BE"; "" has none. Raises ValueError if unknown."""
    parts = [_of_year(region, year) for year in years] if region else []
    return PublicHolidays(
        off={day: name for part in parts for day, name in part.off.items()},
        worked=frozenset(day for part in parts for day in part.worked),
        known_until=announced_until(region),
    )


def announced_until(region: str) -> date | None:
    """China announces each autumn which weekends of the next year are worked; elsewhere nothing needs to be."""
    return date(max(china.holidays).year, 12, 31) if region == CHINA else None


@lru_cache(maxsize=2048)
def _of_year(region: str, year: int) -> PublicHolidays:
    if region == CHINA and min(china.holidays).year <= year <= max(china.holidays).year:
        return _of_china(year)
    country, _, part = region.partition("-")
    try:
        found = holidays.country_holidays(country, subdiv=part or None, years=year)
    except (NotImplementedError, KeyError) as error:
        raise ValueError(f"No public holidays are known for the region {region!r}.") from error
    worked = frozenset(day for day in getattr(found, "weekend_workdays", ()) if day.year == year)
    return PublicHolidays({day: name for day, name in found.items() if day.year == year}, worked)


def _of_china(year: int) -> PublicHolidays:
    days = chinese_calendar.get_dates(date(year, 1, 1), date(year, 12, 31))
    off = {day: china.holidays[day] for day in days if day in china.holidays}
    return PublicHolidays(off, frozenset(day for day in days if day in china.workdays))
