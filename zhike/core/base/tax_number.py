"""Tax numbers. Chinese ones are checked by their check digit; those of other countries are taken as given."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {sign: value for value, sign in enumerate(_ALPHABET)}
_WEIGHTS = [pow(3, place, 31) for place in range(17)]
_OLD = re.compile(r"\d{6}[0-9A-Z]{9}")
_ABROAD = re.compile(r"[0-9A-Z][0-9A-Z./+&*-]{2,29}")
LENGTH = 18


def parse(text: str, country: str = "CN") -> str:
    """The number in capitals without blanks. `country` is an ISO 3166 code.

    In China: 统一社会信用代码, 18 characters with check digit (GB 32100-2015), or the old 15-digit number.
    Raises ValidationError in words for the person who typed it.
    """
    plain = re.sub(r"[\s\u200b-\u200f\ufeff]", "", unicodedata.normalize("NFKC", text)).upper()
    return _chinese(plain.replace("-", "")) if country == "CN" else _abroad(plain)


def check_digit(first_17: str) -> str:
    """The 18th character, by GB 32100-2015: 31 less the weighted sum modulo 31."""
    total = sum(_VALUE[sign] * weight for sign, weight in zip(first_17, _WEIGHTS, strict=True))
    return _ALPHABET[-total % 31]


def _chinese(plain: str) -> str:
    if _OLD.fullmatch(plain):
        return plain
    if len(plain) != LENGTH:
        message = _("A tax number in China has 18 characters, an old one 15; this has %(length)s.")
        raise ValidationError(message, code="tax_length", params={"length": len(plain)})
    if unknown := sorted(set(plain) - set(_ALPHABET)):
        message = _(
            "%(signs)s cannot stand in a tax number. "
            "The letters I, O, S, V and Z are never used: 1, 0, 5 or 2 may be meant."
        )
        raise ValidationError(message, code="tax_signs", params={"signs": " ".join(unknown)})
    if check_digit(plain[:17]) != plain[17]:
        raise ValidationError(
            _("The check digit does not fit. One character was probably mistyped."), code="tax_check_digit"
        )
    return plain


def _abroad(plain: str) -> str:
    if not _ABROAD.fullmatch(plain):
        message = _("A tax number has 3 to 30 letters, digits and the signs . / + & * -.")
        raise ValidationError(message, code="tax_abroad")
    return plain
