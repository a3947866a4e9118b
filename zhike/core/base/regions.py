"""Countries in the reader's language, and by whichever of their names somebody wrote."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language
from phonenumbers import SUPPORTED_REGIONS

_LANGUAGES = ("en", "zh_Hans", "zh_Hant", "de", "fr", "es", "it", "pt", "nl", "ja", "ko")
_ALSO = {
    "usa": "US", "united states of america": "US", "uk": "GB", "great britain": "GB", "england": "GB",
    "scotland": "GB", "wales": "GB", "prc": "CN", "pr china": "CN", "mainland china": "CN", "中国大陆": "CN",
    "中华人民共和国": "CN", "uae": "AE", "holland": "NL", "korea": "KR", "czech republic": "CZ", "turkey": "TR",
}  # fmt: skip


def country(region: str, language: str | None = None) -> str:
    """The name of a country by its ISO 3166 code, in `language` (default: the reader's): "China", "中国"."""
    return _country(region, language or get_language() or "en")


def code_of(said: str) -> str:
    """The ISO 3166 code of a country by its code or a name of it: "cn", "China", "U.S.A.", "Deutschland". Else ""."""
    plain = " ".join(said.replace(".", "").split()).casefold()
    return _codes().get(plain, "")


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    names = [(Locale.parse(language).territories, code) for language in _LANGUAGES for code in SUPPORTED_REGIONS]
    called = {str(known[code]).replace(".", "").casefold(): code for known, code in names if code in known}
    return called | _ALSO | {code.casefold(): code for code in SUPPORTED_REGIONS}


@lru_cache(maxsize=2_048)
def _country(region: str, language: str) -> str:
    wanted = {"zh-hans": "zh_Hans", "zh-hant": "zh_Hant"}.get(language, language.replace("-", "_"))
    try:
        return str(Locale.parse(wanted).territories.get(region, region))
    except (UnknownLocaleError, ValueError):
        return str(Locale("en").territories.get(region, region))
