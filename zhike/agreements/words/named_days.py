"""The days that a text names, comparable between English and Chinese: 12 June · 6月12日 · Tuesday · 周二 · October."""

import re
from dataclasses import dataclass

from zhike.agreements.words.numerals import whole

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_HAN_DAY = r"(?P<day>[0-3]?\d|[一二三十廿]{1,4}|[一二三四五六七八九十]{1,3})"
_HAN_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_ISO = r"\b(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
_PATTERNS = {
    False: (
        _ISO,
        rf"\b(?P<first>[0-3]?\d) ?(?:to|until|and|-|–) ?{_DAY} (?:of )?{_MONTH}(?:,? (?P<year>20\d\d))?",
        rf"\b{_DAY} (?:of )?{_MONTH}(?:,? (?P<year>20\d\d))?",
        rf"\b{_MONTH} {_DAY}\b(?:,? (?P<year>20\d\d))?",
        r"\b(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)days?\b",
        rf"\b(?:in|of|since|until|by|during|early|late|mid) (?!may (?:be|have)){_MONTH}(?: (?P<year>20\d\d))?",
    ),
    True: (
        _ISO,
        rf"(?:(?P<year>20\d\d)年)?{_HAN_MONTH}{_HAN_DAY}[日号]?(?:至|到|[-—~～])(?P<last>[0-3]?\d)[日号]",
        rf"(?:(?P<year>20\d\d)年)?{_HAN_MONTH}{_HAN_DAY}[日号]",
        r"(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?!次|回)",
        rf"(?:(?P<year>20\d\d)年)?(?<!个){_HAN_MONTH}(?!\d)",
    ),
}
_RULES = {chinese: [re.compile(one, re.IGNORECASE) for one in some] for chinese, some in _PATTERNS.items()}


@dataclass(frozen=True)
class NamedDay:
    """A day of a month, a month (without day), or a weekday (0 is Monday). What was not said is None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def agrees(self, other: "NamedDay") -> bool:
        """Whether both may be the same day: what one leaves open does not differ."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return (self.weekday is None) == (other.weekday is None) and (
            self.weekday == other.weekday
            if self.weekday is not None
            else all(mine is None or yours is None or mine == yours for mine, yours in pairs)
        )


def named_days(text: str, chinese: bool) -> list[NamedDay]:
    """All that are named, in the order of the text; a span of days gives its first and its last."""
    found: list[NamedDay] = []
    for rule in _RULES[chinese]:
        for match in rule.finditer(text):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found += _read(match)
    return sorted(found, key=lambda one: one.start)


def _read(match: re.Match[str]) -> list[NamedDay]:
    said = {name: value.lower() for name, value in match.groupdict().items() if value}
    if weekday := said.get("weekday"):
        return [NamedDay(*match.span(), weekday=_weekday(weekday))]
    days: list[int | None] = [whole(said[name]) for name in ("first", "day", "last") if name in said]
    year = int(said["year"]) if "year" in said else None
    return [NamedDay(*match.span(), year, _month(said["month"]), day) for day in days or [None]]


def _weekday(said: str) -> int:
    return _WEEKDAYS.index(said[:3]) if said.isascii() else min("一二三四五六日天".index(said), 6)


def _month(said: str) -> int:
    return _MONTHS.index(said[:3]) + 1 if said[0] in "jfmasond" else whole(said)
