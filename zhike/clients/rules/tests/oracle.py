"""The reference: a rule asked of plain facts, one client at a time, in the most stupid way."""

import calendar
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone


def holds(rule: dict[str, Any], facts: dict[str, Any], today: date) -> bool:
    """`facts` by field name; None, "" and [] are nothing."""
    if "all" in rule:
        return all(holds(one, facts, today) for one in rule["all"])
    if "any" in rule:
        return any(holds(one, facts, today) for one in rule["any"])
    if "not" in rule:
        return not holds(rule["not"], facts, today)
    (name,) = rule.keys() - {"field"}
    return _one(name, rule[name], facts.get(rule["field"]), today)


def _one(name: str, asked: Any, stands: Any, today: date) -> bool:
    nothing = stands in (None, "", [])
    if name in ("empty", "filled"):
        return nothing == (name == "empty")
    if name in ("holds_not", "is_not", "none_of"):
        return not _one({"holds_not": "holds", "is_not": "is", "none_of": "any_of"}[name], asked, stands, today)
    if stands is None:
        return False
    if isinstance(stands, list):
        return set(asked) <= set(stands) if name == "all_of" else bool(set(asked) & set(stands))
    if isinstance(stands, (date, datetime)):
        return _day(name, asked, _local(stands), today)
    if isinstance(stands, dict):
        return _money(name, asked, stands)
    if isinstance(stands, Decimal):
        return _number(name, asked, stands)
    if isinstance(stands, str):
        return _text(name, asked, stands)
    return stands == asked if name == "is" else stands in asked


def _text(name: str, asked: Any, stands: str) -> bool:
    if name == "any_of":
        return stands.lower() in [one.lower() for one in asked]
    asked, stands = asked.lower(), stands.lower()
    return {"holds": asked in stands, "is": asked == stands, "begins": stands.startswith(asked)}[name]


def _number(name: str, asked: Any, stands: Decimal) -> bool:
    if name == "between":
        return Decimal(asked[0]) <= stands <= Decimal(asked[1])
    number = Decimal(asked)
    return {"at_least": stands >= number, "at_most": stands <= number, "is": stands == number}[name]


def _money(name: str, asked: Any, stands: dict[str, str]) -> bool:
    ends = asked if name == "between" else [asked]
    if any(one["currency"] != stands["currency"] for one in ends):
        return False
    amounts = [one["amount"] for one in ends]
    return _number(name, amounts if name == "between" else amounts[0], Decimal(stands["amount"]))


def _local(stands: date | datetime) -> date:
    return timezone.localtime(stands).date() if isinstance(stands, datetime) else stands


def _day(name: str, asked: Any, stands: date, today: date) -> bool:
    away = (stands - today).days
    if name == "in":
        return _in(asked, stands, today)
    if name == "between":
        return date.fromisoformat(asked[0]) <= stands <= date.fromisoformat(asked[1])
    if name in ("on", "since", "before"):
        day = date.fromisoformat(asked)
        return {"on": stands == day, "since": stands >= day, "before": stands < day}[name]
    return {"last_days": -asked <= away <= 0, "over_days": away < -asked, "next_days": 0 <= away <= asked}[name]


def _in(period: str, stands: date, today: date) -> bool:
    """Walks from today into the neighbouring month, quarter or year, and looks whether the day is of the same one."""
    which, _line, size = period.partition("_")
    months = {"month": 1, "quarter": 3, "year": 12}[size]
    there = today.replace(day=15)
    for _step in range(months):
        if which == "next":
            there = there.replace(day=calendar.monthrange(there.year, there.month)[1]) + timedelta(days=15)
        elif which == "last":
            there = there.replace(day=1) - timedelta(days=15)
        there = there.replace(day=15)
    return _period(there, size) == _period(stands, size)


def _period(day: date, size: str) -> tuple[int, int]:
    return day.year, {"month": day.month, "quarter": (day.month + 2) // 3, "year": 0}[size]
