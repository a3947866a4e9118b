"""A day with its year, as each reader's language says it."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def dated_words(value: date) -> str:
    """A day with its year, as papers say it: "13 May 2026", "2026年5月13日"."""
    local = local_day(value)
    return f"{local.year}年{short_day_words(local)}" if is_chinese() else f"{short_day_words(local)} {local.year}"


def short_day_words(value: date) -> str:
    """A day of a year that is clear: "13 May", "5月13日"."""
    return f"{value.month}月{value.day}日" if is_chinese() else f"{value.day} {MONTHS[value.month - 1]}"


def local_time(value: datetime) -> datetime:
    return value.astimezone(timezone.get_current_timezone()) if value.tzinfo else value


def local_day(value: date) -> date:
    return local_time(value).date() if isinstance(value, datetime) else value


def is_chinese() -> bool:
    return (get_language() or "en").startswith("zh")
