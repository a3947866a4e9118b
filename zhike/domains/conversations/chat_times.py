"""The times that stand beside names in a copied chat. Pure; moments are naive."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("一 monday mon", "二 tuesday tue", "三 wednesday wed", "四 thursday thu", "五 friday fri", "六 saturday sat",
         "日 sunday sun", "天")
    )
    for name in names.split()
}  # fmt: skip
AGO = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}
DAY = (
    r"(?:(?:\d{2,4}[/.\-年])?\d{1,2}[/.\-月]\d{1,2}日?(?:[/.]\d{2,4})?|今天|昨天|前天|today|yesterday|"
    r"(?:星期|周|礼拜)[一二三四五六日天]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
)
HALF = r"(?:上午|下午|晚上|凌晨|中午|早上|傍晚|am|pm)"
TIME = rf"(?:{HALF}[ ]?)?\d{{1,2}}[:：]\d{{2}}(?::\d{{2}})?(?:[ \u202f]?[ap]\.?m\.?)?"
WHEN = rf"(?:{DAY},?[ \t]*)?{TIME}"
NUMBERS = re.compile(r"(?:(\d{2,4})[/.\-年])?(\d{1,2})[/.\-月](\d{1,2})日?")
CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:：](\d{2})(?::(\d{2}))?")
SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})(?!\d)")


def is_month_first(lines: Iterable[str]) -> bool:
    """Whether 5/7/2026 is 7 May in this chat: when a second number is above 12, or with a.m. and p.m."""
    found = [(said, line) for line in lines for said in SLASHED.findall(line[:40])]
    if any(int(first) > 12 for (first, _second, _year), _line in found):
        return False
    halves = any(re.search(r"\d[ \u202f]?[ap]\.?m", line, re.IGNORECASE) for _said, line in found)
    return halves or any(int(second) > 12 for (_first, second, _year), _line in found)


class Clock:
    """Reads the times of a chat one after the other. Where no day is said, the last one is today's (or yesterday's)."""

    def __init__(self, now: datetime, month_first: bool) -> None:
        self.now, self.month_first = now, month_first
        self.day: date | None = None
        self.last: time | None = None
        self.nights = 0
        self.read_so_far: list[tuple[date | None, int, time]] = []
        self.marked: time | None = None

    def mark(self, said: str) -> None:
        """A line between turns: the day, and perhaps the time, of what follows."""
        self.day = self._day(said) or self.day
        self.marked = _time(said)

    def read(self, said: str) -> int | None:
        """Under which number the moment is kept; None when nothing says when."""
        self.day = self._day(said) or self.day
        at = _time(said) or self.marked
        if at is None:
            return None
        if self.day is None and self.last and at < self.last:
            self.nights += 1
        self.last = at
        self.read_so_far.append((self.day, self.nights, at))
        return len(self.read_so_far) - 1

    def settled(self, number: int | None) -> datetime | None:
        """The moment: known once the whole chat is read."""
        if number is None:
            return None
        day, night, at = self.read_so_far[number]
        return datetime.combine(day or self._undated(night), at)

    def _undated(self, night: int) -> date:
        _day, nights, at = self.read_so_far[-1]
        end = self.now.date() if at <= self.now.time() else self.now.date() - timedelta(days=1)
        return end - timedelta(days=nights - night)

    def _day(self, said: str) -> date | None:
        said = CLOCK.sub("", said.lower())
        for word, days in AGO.items():
            if word in said:
                return self.now.date() - timedelta(days=days)
        if slashed := SLASHED.search(said):
            first, second, year = (int(part) for part in slashed.groups())
            return _date(year, *((first, second) if self.month_first else (second, first)))
        if numbers := NUMBERS.search(said):
            return self._dated(*numbers.groups())
        weekday = re.search(r"(?:星期|周|礼拜)(\w)|\b([a-z]{3,9})\b", said)
        number = WEEKDAYS.get(weekday[1] or weekday[2]) if weekday else None
        return None if number is None else self._last_weekday(min(number, 6))

    def _dated(self, year: str | None, month: str, day: str) -> date | None:
        """Without a year, the latest such day that does not lie ahead."""
        if year:
            return _date(int(year), int(month), int(day))
        this = _date(self.now.year, int(month), int(day))
        return _date(self.now.year - 1, int(month), int(day)) if this and this > self.now.date() else this

    def _last_weekday(self, weekday: int) -> date:
        today = self.now.date()
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _time(said: str) -> time | None:
    found = CLOCK.search(said)
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    later = re.search(r"下午|晚上|傍晚|中午|p\.?m", said, re.IGNORECASE)
    sooner = re.search(r"上午|凌晨|早上|(?<![a-z])a\.?m", said, re.IGNORECASE)
    if later and hour < 12 and not ("中午" in said and hour == 11):
        hour += 12
    if sooner and hour == 12:
        hour = 0
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
