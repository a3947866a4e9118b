"""Holidays that people name when they promise: "before Christmas", 国庆前, 年后."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dateutil.easter import easter
from lunar_python import Solar

from zhike.core.base.anniversaries import lunar_to_solar


def _tomb_sweeping(year: int) -> date:
    return date.fromisoformat(Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()["清明"].toYmd())


DAYS: dict[str, Callable[[int], date]] = {
    "元旦|new year's day|new year": lambda year: date(year, 1, 1),
    "春节|过年|年|chinese new year|lunar new year|spring festival": lambda year: lunar_to_solar(year, 1, 1),
    "清明节|清明|qingming|tomb sweeping day": _tomb_sweeping,
    "easter": lambda year: easter(year),
    "劳动节|五一|labour day|labor day|may day": lambda year: date(year, 5, 1),
    "端午节|端午|dragon boat festival": lambda year: lunar_to_solar(year, 5, 5),
    "中秋节|中秋|mid-autumn festival|mid-autumn": lambda year: lunar_to_solar(year, 8, 15),
    "国庆节|国庆|十一|national day": lambda year: date(year, 10, 1),
    "圣诞节|圣诞|christmas|xmas": lambda year: date(year, 12, 25),
}
_BY_NAME = {name: day for names, day in DAYS.items() for name in names.split("|")}
CHINESE = "|".join(sorted((name for name in _BY_NAME if not name.isascii() and len(name) > 1), key=len, reverse=True))
ENGLISH = "|".join(sorted((name for name in _BY_NAME if name.isascii()), key=len, reverse=True))


@lru_cache(maxsize=256)
def festival(name: str, today: date) -> date:
    """The next such day from today on. Raises KeyError for an unknown name."""
    day = _BY_NAME[name.lower()]
    this_year = day(today.year)
    return this_year if this_year >= today else day(today.year + 1)
