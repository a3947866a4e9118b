"""Amounts of money with their currency: read as people write them, shown as the reader is used to."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency, get_currency_name, get_territory_currencies, list_currencies
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

_SIGNS = {
    "人民币": "CNY", "RMB": "CNY", "港币": "HKD", "港元": "HKD", "HK$": "HKD", "新台币": "TWD", "台币": "TWD",
    "NT$": "TWD", "美元": "USD", "美金": "USD", "US$": "USD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP", "A$": "AUD",
    "澳元": "AUD", "C$": "CAD", "CA$": "CAD", "加元": "CAD", "S$": "SGD", "新加坡元": "SGD", "韩元": "KRW",
    "R$": "BRL", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR", "₽": "RUB", "฿": "THB", "₫": "VND", "₺": "TRY",
    "$": "USD", "元": "CNY", "圆": "CNY", "块": "CNY",
}  # fmt: skip
_UNITS = {
    "千": 10**3, "万": 10**4, "萬": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "億": 10**8,
    "k": 10**3, "m": 10**6, "mn": 10**6, "mio": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
_CURRENCY = re.compile("|".join(map(re.escape, sorted([*_SIGNS, "¥"], key=len, reverse=True))), re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,' ]*\d|\d|[.,]\d+")
_DOLLAR_REGIONS = {"HK": "HKD", "TW": "TWD", "AU": "AUD", "CA": "CAD", "SG": "SGD", "NZ": "NZD", "MX": "MXN"}
_MOST = Decimal(10) ** 15


def parse(text: str, currency: str = "", region: str = "") -> tuple[Decimal, str]:
    """Amount and ISO 4217 code: "¥12万" → 120000, CNY; "1.200,50 €" → 1200.50, EUR.

    Without a currency in the text it is `currency`, else that of `region` (default: the installation's).
    Raises ValidationError, also when 1.200 may mean two things.
    """
    region = region or getattr(settings, "REGION", "CN")
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\u2019", "'").strip()
    found = _NUMBER.findall(plain)
    if len(found) != 1:
        message = _("An amount has one number, such as 1200.50 or ¥1,200.") if found else _("An amount needs a number.")
        raise ValidationError(message, code="money_number")
    before, _number, after = plain.partition(found[0])
    code, unit = _words(before, after, region)
    amount = _amount(found[0], region, exact=unit == 1) * unit
    if amount >= _MOST:
        raise ValidationError(_("This amount is too large."), code="money_large")
    negative = "-" in before or (before.startswith("(") and after.endswith(")"))
    return -amount if negative else amount, code or currency or of_region(region)


def read_currency(text: str, region: str = "") -> str:
    """ISO 4217 code of a currency by its code, sign or Chinese name; empty when it is none."""
    said = unicodedata.normalize("NFKC", text).strip().upper()
    if said in _codes():
        return said
    return _currency(said, region or settings.REGION) if _CURRENCY.fullmatch(said) else ""


def share_a_sign(one: str, other: str) -> bool:
    """Whether $ or ¥ may mean either."""
    return {one, other} <= {"CNY", "JPY"} or {one, other} <= {"USD", *_DOLLAR_REGIONS.values()}


def shown(amount: Decimal, currency: str, language: str | Locale = "en") -> str:
    """In the manner of a language ("zh-hans", "de"): ¥1,200.00. Whole amounts keep their decimals."""
    return format_currency(amount, currency, locale=_locale(language))


def as_told(said: str) -> str:
    """An amount that an event keeps ("1200 CNY"), in the reader's manner; anything else as it stands."""
    amount, _space, currency = said.rpartition(" ")
    try:
        return shown(Decimal(amount), currency, get_language() or "en")
    except InvalidOperation:
        return said


def name(currency: str, language: str | Locale = "en") -> str:
    """ "Euro", 欧元."""
    return str(get_currency_name(currency, locale=_locale(language)))


@lru_cache(maxsize=512)
def of_region(region: str) -> str:
    """The currency in use there; CNY when the region is not known."""
    return next(iter(get_territory_currencies(region)), "CNY")


def _words(before: str, after: str, region: str) -> tuple[str, int]:
    """What stands around the number: currency and multiplier."""
    rest = re.sub(r"[\s()+:-]", "", before) + " " + re.sub(r"[\s()整正]", "", after).removesuffix("-")
    code = ""
    for found in _CURRENCY.finditer(rest):
        code = code or _currency(found.group().upper(), region)
    rest = _CURRENCY.sub("", rest) if code else rest
    iso = next((word for word in re.findall(r"[A-Za-z]{3}", rest) if word.upper() in _codes()), "")
    code, rest = (iso.upper() or code), rest.replace(iso, "", 1)
    unit = rest.strip()
    if unit and unit not in _UNITS and unit.lower() not in _UNITS:
        message = _("“%(word)s” is no currency. Write the code behind the amount, such as 1200 CNY.")
        raise ValidationError(message, code="money_currency", params={"word": unit})
    return code, _UNITS.get(unit, _UNITS.get(unit.lower(), 1))


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(list_currencies())


def _currency(sign: str, region: str) -> str:
    if sign == "¥":
        return "JPY" if region == "JP" else "CNY"
    return _DOLLAR_REGIONS.get(region, "USD") if sign == "$" else _SIGNS[sign]


def _amount(number: str, region: str, *, exact: bool) -> Decimal:
    number = re.sub(r"[ ']", "", number)
    comma = (
        number.rfind(",") > number.rfind(".")
        if "," in number and "." in number
        else _comma_is_decimal(number, region, exact)
    )
    whole, point, part = number.rpartition("," if comma else ".")
    whole, part = (whole, part) if point else (part, "")
    groups = re.split(r"[.,]", whole)
    uneven = len(groups) > 1 and not all(len(group) in (2, 3, 4) for group in groups[1:])
    try:
        if uneven or (part and not part.isdecimal()):
            raise InvalidOperation
        return Decimal("".join(groups) or "0") + (Decimal(f"0.{part}") if part else 0)
    except InvalidOperation as error:
        message = _("“%(number)s” is not a number. Write it like 1200.50.")
        raise ValidationError(message, code="money_number", params={"number": number}) from error


def _comma_is_decimal(number: str, region: str, exact: bool) -> bool:
    """Which of the two signs parts the decimals, when only one of them stands in the number."""
    sign = "," if "," in number else "."
    at_home = sign == _decimal_sign(region)
    if number.count(sign) != 1:
        return sign == "." and number.count(sign) > 1
    lead, _sign, part = number.partition(sign)
    if len(part) == 3 and lead.strip("0") and len(lead) <= 3 and exact:
        if at_home:
            other = "," if sign == "." else "."
            message = _("“%(number)s” can mean two amounts. Write %(thousands)s or %(decimals)s.")
            told = {"number": number, "thousands": f"{lead}{other}{part}", "decimals": f"{lead}{sign}{part[:2]}"}
            raise ValidationError(message, code="money_ambiguous", params=told)
        return sign == "."
    return sign == ","


@lru_cache(maxsize=512)
def _decimal_sign(region: str) -> str:
    try:
        return str(Locale.parse(f"und_{region}").number_symbols["latn"]["decimal"])
    except (UnknownLocaleError, ValueError, KeyError):
        return "."


def _locale(language: str | Locale) -> str | Locale:
    if isinstance(language, Locale):
        return language
    return {"zh-hans": "zh_Hans", "zh-hant": "zh_Hant"}.get(language.lower(), language.replace("-", "_"))
