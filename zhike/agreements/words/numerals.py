"""Numbers as people write them: 12,000 · 三十五 · 1.2万 · 三万五 · twenty-four."""

import re
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
TENS = {"十": 10, "百": 100, "千": 1_000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
SCALES = {"hundred": 100, "thousand": 1_000, "k": 1_000, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ROUND = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = (
    {word: n for n, word in enumerate(_SMALL)}
    | {word: 20 + 10 * n for n, word in enumerate(_ROUND)}
    | {f"{ten}-{one}": 20 + 10 * n + m for n, ten in enumerate(_ROUND) for m, one in enumerate(_SMALL[1:10], 1)}
    | {"a": 1, "an": 1, "a couple of": 2}
)

HAN = "零〇一二两三四五六七八九十百千万亿"
HAN_NUMBER = f"[{HAN}]{{1,16}}"
ENGLISH_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
ENGLISH_NUMBER = rf"(?:\d{{1,3}}|{ENGLISH_WORD})"


def number(written: str) -> Decimal | None:
    """The value of one numeral; None for what is none. "三万五" is 35000, "二〇二六" is 2026."""
    text = written.strip().lower().replace(",", "").replace("，", "")
    if text in WORDS:
        return Decimal(WORDS[text])
    if found := re.fullmatch(r"(\d{1,18}(?:\.\d{1,6})?)([十百千万亿]{0,2})", text):
        return Decimal(found[1]) * _units(found[2])
    if text and set(text) <= set(HAN):
        return Decimal(_digits(text) if set(text) <= set(DIGITS) else _han(text))
    return None


def whole(written: str) -> int:
    """As `number`, for a count. Raises ValueError for what is none."""
    if (found := number(written)) is None:
        raise ValueError(f"No number: {written!r}")
    return int(found)


def _units(signs: str) -> int:
    value = 1
    for sign in signs:
        value *= TENS.get(sign) or MYRIADS[sign]
    return value


def _digits(text: str) -> int:
    return int("".join(str(DIGITS[sign]) for sign in text))


def _han(text: str) -> int:
    total = section = digit = 0
    unit = 1
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
            unit = 1 if sign in "零〇" else unit
        elif sign in TENS:
            section, digit, unit = section + (digit or (0 if section else 1)) * TENS[sign], 0, TENS[sign]
        else:
            total = (total + section + digit or 1) * 10**8 if sign == "亿" else total + (section + digit or 1) * 10**4
            section, digit, unit = 0, 0, MYRIADS[sign]
    return total + section + digit * max(unit // 10, 1)
