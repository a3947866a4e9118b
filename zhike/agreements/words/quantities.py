"""The numbers in a text with what they count, comparable between two languages: 30% · 1.2万元 · three working days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhike.agreements.words.numerals import ENGLISH_WORD, HAN, SCALES, WORDS, number

UNITS = {
    "percent": "% ％ percent per\u00a0cent",
    "CNY": "yuan rmb cny 元 块 块钱 人民币",
    "USD": "dollar dollars us\u00a0dollars usd 美元 美金",
    "EUR": "euro euros eur 欧元",
    "day": "day days 天 日 个自然日",
    "working day": "working\u00a0day working\u00a0days business\u00a0day business\u00a0days 个工作日 工作日",
    "week": "week weeks 周 星期 个星期",
    "month": "month months 个月 月",
    "year": "year years 年",
    "hour": "hour hours 小时 个小时",
    "minute": "minute minutes 分钟",
    "page": "page pages 页 个页面",
    "round": "round rounds 轮",
    "copy": "copy copies 册 份 本",
    "person": "people person persons guest guests visitor visitors 人 位客人",
}
MONEY = frozenset({"CNY", "USD", "EUR"})
_CANONICAL = {name.replace("\u00a0", " "): unit for unit, names in UNITS.items() for name in names.split(" ")}
_SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR"}
_MEASURES = "|".join(
    sorted((name for name in _CANONICAL if not name.isascii()), key=len, reverse=True)
    + list("个位次种家台套张条项期折倍成版门字名只间场遍")
)
_ENGLISH = re.compile(
    rf"(?P<sign>[¥￥$€]|\b(?:RMB|CNY|USD|EUR)\b)? ?(?<![\w.])(?P<n>\d[\d,]*(?:\.\d+)?|\b(?:{ENGLISH_WORD})\b)(?![.:]\d)"
    rf"(?: ?(?P<scale>{'|'.join(SCALES)})\b)?(?P<unit>%| (?:per cent|(?:us|working|business) [a-z]+|[a-z]+))?"
    r"(?P<noun> [a-z]+)?",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    rf"(?P<sign>[¥￥$€])?(?P<ordinal>第)?(?:(?P<part>百分之)(?P<p>[\d{HAN}.]{{1,9}})"
    rf"|(?P<n>\d[\d,]*(?:\.\d+)?[万亿千百]{{0,2}}|[{HAN}]{{1,16}}(?=(?:{_MEASURES})))(?P<unit>[%％]|{_MEASURES})?)"
)


@dataclass(frozen=True)
class Quantity:
    """`value` of `unit`: one of UNITS, a Chinese measure word, an English noun, or "" for a bare number."""

    start: int
    end: int
    value: Decimal
    unit: str
    worded: bool = False  # written as a word, so that "one" may mean anybody


def quantities(text: str, chinese: bool) -> Iterator[Quantity]:
    """All numbers but ordinals (第三家, third), in the order of the text."""
    for found in (_CHINESE if chinese else _ENGLISH).finditer(text):
        if quantity := _chinese(found) if chinese else _english(found):
            yield quantity


def _english(found: re.Match[str]) -> Quantity | None:
    value = number(found["n"])
    if value is None or found["n"].lower() in ("a", "an") or (found["n"].lower() == "a couple of"):
        return None
    unit, noun = ((found[name] or "").strip().lower() for name in ("unit", "noun"))
    before_noun = unit not in _CANONICAL and noun in _CANONICAL  # two revision rounds
    sign = (found["sign"] or "").upper()
    known = _CANONICAL.get(noun if before_noun else unit, unit.removesuffix("s"))
    last = "unit" if unit in _CANONICAL else "scale" if found["scale"] else "n"
    return Quantity(
        found.start("n"),
        found.end(last),
        value * SCALES.get((found["scale"] or "").lower(), 1),
        _SIGNS.get(sign) or _CANONICAL.get(sign.lower()) or known,
        found["n"].lower() in WORDS,
    )


def _chinese(found: re.Match[str]) -> Quantity | None:
    if found["ordinal"]:
        return None
    value = number(found["p"] or found["n"])
    if value is None:
        return None
    unit = found["unit"] or ""
    known = "percent" if found["part"] else _CANONICAL.get(unit, unit)
    return Quantity(
        found.start(), found.end(), value, _SIGNS.get(found["sign"] or "", known), not (found["n"] or "0")[0].isdigit()
    )
