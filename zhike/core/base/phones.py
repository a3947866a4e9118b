"""Telephone numbers: read in the ways people write them, kept as E.164, shown as the reader is used to."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import NumberParseException, PhoneMetadata, PhoneNumber, PhoneNumberFormat, ValidationResult

from zhike.core.base.regions import country

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

_EXTENSION = re.compile(r"\s*(?:转接?|轉接?|分机号?|分機號?|内线)\s*:?\s*(?=\d)")
_BETWEEN = re.compile(r"\s*(?:;(?!ext=)|[,、/|\n]|或者?)\s*")
_REMARK = re.compile(r"\((?=[^)\d]*[^\W\d_])[^)\d]*\)|[^\W\d_]+$")
_DIGITS = re.compile(r"\d")
_LABEL = re.compile(r"^[^\d+(]*:\s*")
_ABROAD = re.compile(r"\s*\+[0-9][0-9 ().-]*\s*", re.ASCII)
_LEAST_DIGITS = 5


def parse(text: str, region: str) -> str:
    """The number as E.164, with `;ext=12` behind it when it has an extension: "+861065521234;ext=12".

    A number without + is read as one of `region` (ISO 3166 code, as "CN").
    Raises ValidationError which says what is wrong with it and how to mend it.
    """
    if region == "CN" and _is_chinese_mobile("+86" + text):
        return "+86" + text
    return _told_abroad(text) or _parsed(text, region)


@lru_cache(maxsize=65_536)
def shown(number: str, region: str) -> str:
    """A kept number for a reader in `region`: national form at home, international abroad."""
    if region == "CN" and _is_chinese_mobile(number):
        return f"{number[3:6]} {number[6:10]} {number[10:]}"
    try:
        parsed = phonenumbers.parse(number.replace(";ext=", " ext. "))
    except NumberParseException:
        return number
    at_home = parsed.country_code == phonenumbers.country_code_for_region(region)
    return phonenumbers.format_number(
        parsed, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    )


def split(text: str) -> list[str]:
    """The several numbers of one cell: "13800138000 / 010-65521234" gives two. A lone number gives itself."""
    if text.isdecimal() and text.isascii():
        return [text]
    pieces = [piece for piece in _BETWEEN.split(_plain(text)) if piece]
    return pieces if all(len(_DIGITS.findall(piece)) >= _LEAST_DIGITS for piece in pieces) else [text.strip()]


@lru_cache(maxsize=65_536)
def digits(number: str) -> tuple[str, ...]:
    """The digit strings people may type when they look for a kept number: with country code and as dialled at home."""
    if _is_chinese_mobile(number):
        return (number[1:],)
    international = re.sub(r"\D", "", number.partition(";")[0])
    parsed = _kept(number.partition(";")[0])
    if parsed is None:
        return (international,) if international else ()
    home = re.sub(r"\D", "", phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL))
    return (international,) if international.endswith(home) else (international, home)


@lru_cache(maxsize=65_536)
def _told_abroad(text: str) -> str:
    """A valid number that begins with + and holds nothing but digits and light signs; empty for all others."""
    if not _ABROAD.fullmatch(text):
        return ""
    number = "+" + re.sub(r"[^0-9]", "", text)
    parts = _parts(number)
    return number if parts and phonenumbers.is_valid_number(parts) else ""


def _kept(number: str) -> PhoneNumber | None:
    """A kept number in its parts."""
    try:
        return _parts(number) or phonenumbers.parse(number)
    except NumberParseException:
        return None


def _parts(number: str) -> PhoneNumber | None:
    """The short way to what parsing gives, for + and digits of which it would take off nothing."""
    if number.startswith("+") and number.isascii() and number[1:].isdecimal():
        for length in (1, 2, 3):
            code, rest = int(number[1 : 1 + length]), number[1 + length :]
            if code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
                return None if not rest or _prefix_of(code).match(rest) else PhoneNumber(code, int(rest))
    return None


@lru_cache(maxsize=512)
def _prefix_of(code: int) -> re.Pattern[str]:
    """What parsing might take off in front of a number: the prefix dialled at home, or noughts."""
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, phonenumbers.region_code_for_country_code(code))
    prefix = metadata.national_prefix_for_parsing if metadata else ""
    return re.compile(f"0|{prefix}" if prefix else "0")


@lru_cache(maxsize=65_536)
def _parsed(text: str, region: str) -> str:
    plain = _plain(text)
    if len(split(plain)) > 1:
        raise ValidationError(_("This holds several numbers. Give each its own line."), code="phone_several")
    plain = _REMARK.sub("", _EXTENSION.sub(" ext. ", plain)).strip()
    try:
        number = phonenumbers.parse(plain, region)
    except NumberParseException as error:
        _refuse_unread(error, plain, region)
    if not phonenumbers.is_valid_number(number):
        _refuse(number, plain, region)
    kept = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{kept};ext={number.extension}" if number.extension else kept


def _is_chinese_mobile(number: str) -> bool:
    return (
        len(number) == 14
        and number.startswith("+861")
        and number.isascii()
        and bool(_chinese_mobile().fullmatch(number, 3))
    )


@lru_cache(maxsize=1)
def _chinese_mobile() -> re.Pattern[str]:
    """The library's own pattern, so that the short way cannot differ from the long one."""
    metadata = PhoneMetadata.metadata_for_region("CN")
    mobile = metadata.mobile if metadata else None
    return re.compile(mobile.national_number_pattern or "(?!)" if mobile else "(?!)")


def _plain(text: str) -> str:
    """Full-width digits and signs made plain, unseen marks dropped, a label before the number cut off."""
    seen = text
    if not (text.isascii() and text.isprintable()):
        folded = unicodedata.normalize("NFKC", text)
        seen = "".join(sign for sign in folded if unicodedata.category(sign) not in ("Cc", "Cf") or sign == "\n")
    return (_LABEL.sub("", seen) if ":" in seen else seen).strip()


def _refuse_unread(error: NumberParseException, plain: str, region: str) -> NoReturn:
    if error.error_type == NumberParseException.INVALID_COUNTRY_CODE:
        raise _error(
            _("No country has the code that this number begins with. Check the digits after the +."), "country"
        )
    if not _DIGITS.search(plain):
        raise _error(_("This is not a telephone number: it has no digits."), "no_digits")
    if error.error_type == NumberParseException.TOO_LONG:
        raise _error(_("This is too long for a telephone number. Check whether digits were added."), "too_long")
    if len(_DIGITS.findall(plain)) < _LEAST_DIGITS:
        _refuse_short(region)
    raise _error(_("This cannot be read as a telephone number. Leave out the words: digits are enough."), "unread")


def _refuse(number: PhoneNumber, plain: str, region: str) -> NoReturn:
    home = phonenumbers.region_code_for_country_code(number.country_code or 0)
    length, chinese = len(str(number.national_number)), number.country_code == 86
    if chinese and length in (7, 8) and "+" not in plain:
        raise _error(_("The area code is missing. Put it in front, such as 010 for Beijing."), "area_code")
    if chinese and str(number.national_number).startswith("1") and 8 < length != 11:
        message = _("A mobile number in China has 11 digits; this has %(length)s.")
        raise _error(message, "length", length=length)
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason in (ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY):
        _refuse_short(home)
    if reason in (ValidationResult.TOO_LONG, ValidationResult.INVALID_LENGTH):
        message = _("This does not have the length of a telephone number in %(country)s. "
                    "Check the digits, or begin with + and the code of the country.")  # fmt: skip
        raise _error(message, "length", country=country(home))
    message = _("No telephone number in %(country)s begins like this. "
                "Check the digits, or begin with + and the code of the country.")  # fmt: skip
    raise _error(message, "unknown", country=country(home))


def _refuse_short(region: str) -> NoReturn:
    if region == "CN":
        raise _error(
            _("This is too short for a telephone number in China. Give the 11 digits of a mobile, the area code "
              "and the number, or begin with + and the code of the country."), "too_short"
        )  # fmt: skip
    message = _("This is too short for a telephone number in %(country)s. "
                "Give the area code too, or begin with + and the code of the country.")  # fmt: skip
    raise _error(message, "too_short", country=country(region))


def _error(message: "StrPromise", code: str, **params: object) -> ValidationError:
    return ValidationError(message, code=f"phone_{code}", params=params or None)
