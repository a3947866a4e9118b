"""What values look like: e-mails, telephone numbers (and of which country), tax numbers with a fitting check digit."""

import re
from collections.abc import Callable, Iterable, Sequence

from django.core.exceptions import ValidationError
from phonenumbers import SUPPORTED_REGIONS

from zhike.core.base import phones, tax_number

MOST = 0.8  # the share of values that must look like it
NEARLY_ALL = 0.95
BADLY = 0.6
FEWEST = 3
REGIONS = ["CN", "US", "GB", "DE", "FR", "JP", "HK", "TW", "SG", "AU", "IN", "KR", "CA", "NL", "CH", "IT", "ES"]
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_PHONE = re.compile(r"\+?\(?\d[\d\s().\-/]{5,}\d(?:\s*(?:x|ext\.?)\s*\d+)?")
_ABROAD = re.compile(r"\s*(?:\+|00)")


def are_emails(values: Sequence[str]) -> bool:
    return _share(values, lambda value: bool(_EMAIL.fullmatch(value))) >= MOST


def are_tax_numbers(values: Sequence[str]) -> bool:
    return _share(values, _is_tax_number) >= MOST


def are_phones(values: Sequence[str], home: str) -> bool:
    """Written like phones, and most of them real ones of the likeliest region."""
    written = _share(values, lambda value: bool(_PHONE.fullmatch(value)))
    return written >= MOST and _share(values, lambda value: is_phone(value, likely_region(values, home))) >= MOST


def likely_region(values: Iterable[str], home: str) -> str:
    """Whose national numbers these are: home, unless they fit badly there and nearly all fit another region."""
    national = [value for value in values if value and not _ABROAD.match(value)]
    if len(national) < FEWEST or _fit(national, home) >= BADLY:
        return home
    fits = {region: _fit(national, region) for region in REGIONS}
    best = max(fits, key=lambda region: fits[region])
    return best if fits[best] >= NEARLY_ALL else home


def is_phone(value: str, region: str) -> bool:
    try:
        return bool([phones.parse(one, region) for one in phones.split(value)])
    except ValidationError:
        return False


def _fit(values: Sequence[str], region: str) -> float:
    return _share(values, lambda value: is_phone(value, region), fewest=1)


def _is_tax_number(value: str) -> bool:
    try:
        return len(tax_number.parse(value)) == tax_number.LENGTH
    except ValidationError:
        return False


def _share(values: Sequence[str], looks: Callable[[str], bool], fewest: int = FEWEST) -> float:
    said = [value.strip() for value in values if value.strip()]
    return sum(map(looks, said)) / len(said) if len(said) >= fewest else 0.0


def is_region(said: str) -> bool:
    """Whether it is the ISO 3166 code of a country with telephone numbers."""
    return said.upper() in SUPPORTED_REGIONS
