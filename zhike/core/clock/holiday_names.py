"""What public holidays are called, in Chinese or English where it is known, else as the region itself calls them."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import chinese_calendar
import holidays
from chinese_calendar import constants as china

from zhike.core.clock.public_holidays import CHINA

CHINESE, ENGLISH = ("zh_CN", "zh-hans"), ("en_US", "en_GB")


@lru_cache(maxsize=512)
def holiday_names(region: str, year: int, chinese: bool) -> Mapping[date, str]:
    """The year's public holidays by day. Raises ValueError for an unknown region."""
    if not region:
        return {}
    if region == CHINA and min(china.holidays).year <= year <= max(china.holidays).year:
        words = {one.value: one.chinese if chinese else one.value for one in chinese_calendar.Holiday}
        return {day: words[name] for day, name in china.holidays.items() if day.year == year}
    country, _dash, part = region.partition("-")
    try:
        known = holidays.country_holidays(country, subdiv=part or None)
        language = _language(tuple(getattr(known, "supported_languages", ())), chinese)
        found = holidays.country_holidays(country, subdiv=part or None, years=year, language=language)
    except (NotImplementedError, KeyError) as error:
        raise ValueError(f"No public holidays are known for the region {region!r}.") from error
    return {day: name for day, name in found.items() if day.year == year}


def _language(spoken: tuple[str, ...], chinese: bool) -> str | None:
    wanted = (*CHINESE, *ENGLISH) if chinese else ENGLISH
    return next((one for one in wanted if one in spoken), None)
