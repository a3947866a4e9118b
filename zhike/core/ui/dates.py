"""Days and hours as a person says them, in the reader's zone and language habit."""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from zhike.core.base.days import MONTHS, dated_words, is_chinese, local_day, local_time

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAYS_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
NEAR = {-1: ("Yesterday", "昨天"), 0: ("Today", "今天"), 1: ("Tomorrow", "明天")}
STEPS = (
    (365 * 86400, "year", "年"),
    (30 * 86400, "month", "个月"),
    (7 * 86400, "week", "周"),
    (86400, "day", "天"),
    (3600, "hour", "小时"),
    (60, "minute", "分钟"),
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(value: date | None, *, today: date | None = None, within: bool = False) -> SafeString:
    """`<time>`: "Yesterday", "Wed 13 May", "13 May 2025"; "昨天", "5月13日", "2025年5月13日". Empty for None.

    `within` a sentence it is "yesterday".
    """
    return _day(local_day(value), today or _today(), is_chinese(), within) if value else SafeString("")


def day_within(value: date | None) -> SafeString:
    return day(value, within=True)


def moment(value: datetime | None, *, today: date | None = None, within: bool = False) -> SafeString:
    """`<time>`: the day and the hour, "Today, 14:00", "今天 14:00". Empty for None."""
    # Without its zone: two readers' hours of one instant are equal, and must not share a cache line.
    local = local_time(value).replace(tzinfo=None) if value else None
    return _moment(local, today or _today(), is_chinese(), within) if local else SafeString("")


def moment_within(value: datetime | None) -> SafeString:
    return moment(value, within=True)


def hour(value: datetime | time | None) -> SafeString:
    """`<time>`: "14:00"."""
    return _time(value, hour_words(value)) if value else SafeString("")


def ago(value: datetime | None, *, now: datetime | None = None) -> SafeString:
    """`<time>`: "2 hours ago", "in 3 days", "just now"; "2小时前". The page's script keeps it true."""
    if not value:
        return SafeString("")
    local = local_time(value)
    return mark_safe(f"{_ago(value, local.replace(tzinfo=None), is_chinese())}{ago_words(value, now=now)}</time>")


@lru_cache(maxsize=4096)
def _ago(value: datetime, local: datetime, chinese: bool) -> str:
    stamp = value.astimezone(UTC).isoformat(timespec="seconds")
    return f'<time datetime="{stamp}" title="{full_words(local)}" data-ago>'


@lru_cache(maxsize=4096)
def _day(local: date, today: date, chinese: bool, within: bool) -> SafeString:
    return _time(local, day_words(local, today=today, within=within))


@lru_cache(maxsize=4096)
def _moment(local: datetime, today: date, chinese: bool, within: bool) -> SafeString:
    said = day_words(local, today=today, within=within)
    return _time(local, f"{said}{' ' if chinese else ', '}{hour_words(local)}")


def day_words(value: date, *, today: date | None = None, within: bool = False) -> str:
    local, today = local_day(value), today or _today()
    if near := NEAR.get((local - today).days):
        return near[is_chinese()].lower() if within else near[is_chinese()]
    if is_chinese():
        return f"{'' if local.year == today.year else f'{local.year}年'}{local.month}月{local.day}日"
    if local.year == today.year:
        return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def hour_words(value: datetime | time) -> str:
    local = local_time(value) if isinstance(value, datetime) else value
    return f"{local.hour:02}:{local.minute:02}"


def full_words(value: datetime) -> str:
    """Everything: "Wed 13 May 2026, 14:00", "2026年5月13日周三 14:00"."""
    local = local_time(value)
    if is_chinese():
        return f"{local.year}年{local.month}月{local.day}日{DAYS_ZH[local.weekday()]} {hour_words(local)}"
    return f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local.year}, {hour_words(local)}"


def told_day(said: str) -> str:
    """A day that an event keeps (2026-05-03), in the reader's words; what an older event kept in words stays so."""
    return dated_words(date.fromisoformat(said)) if _DAY.fullmatch(said) else said


def weekday_name(number: int) -> str:
    """0 is "Mon", "周一"."""
    return (DAYS_ZH if is_chinese() else DAYS)[number]


def weekday_words(value: date) -> str:
    """The head of a week's column: "Mon", "一"."""
    return "一二三四五六日"[value.weekday()] if is_chinese() else DAYS[value.weekday()]


def full_day_words(value: date) -> str:
    """A day by all its names: "Sunday 22 November.", "11月22日，星期日。"."""
    if is_chinese():
        return f"{value.month}月{value.day}日，星期{'一二三四五六日'[value.weekday()]}。"
    return f"{value:%A} {value.day} {value:%B}."


def ago_words(value: datetime, *, now: datetime | None = None) -> str:
    seconds = ((now or timezone.now()) - value).total_seconds()
    for size, name, name_zh in STEPS:
        if abs(seconds) >= size:
            return _apart(int(abs(seconds) // size), name, name_zh, past=seconds > 0)
    return "刚刚" if is_chinese() else "just now"


def _apart(count: int, name: str, name_zh: str, *, past: bool) -> str:
    if is_chinese():
        return f"{count}{name_zh}{'前' if past else '后'}"
    words = f"{count} {name}{'' if count == 1 else 's'}"
    return f"{words} ago" if past else f"in {words}"


def _time(value: date | time, words: str) -> SafeString:
    stamp = local_time(value).isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    return format_html('<time datetime="{}">{}</time>', stamp, words)


def _today() -> date:
    return datetime.now(timezone.get_current_timezone()).date()
