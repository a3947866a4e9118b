"""Countries in the reader's language, and the 省市区 at the head of a Chinese address."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language


def country(region: str, language: str | None = None) -> str:
    """The name of a country by its ISO 3166 code, in `language` (default: the reader's): "China", "中国"."""
    return _country(region, language or get_language() or "en")


@lru_cache(maxsize=2_048)
def _country(region: str, language: str) -> str:
    wanted = {"zh-hans": "zh_Hans", "zh-hant": "zh_Hant"}.get(language, language.replace("-", "_"))
    try:
        return str(Locale.parse(wanted).territories.get(region, region))
    except (UnknownLocaleError, ValueError):
        return str(Locale("en").territories.get(region, region))
