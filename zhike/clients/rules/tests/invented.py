"""Random clients and random rules over few values, so that they meet often."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from zhike.clients.rules.asks import PERIODS

TODAY = date(2026, 5, 13)
WORDS = ("Care", "care home", "医疗", "华东医疗", "a%b", "a_b", "\\", "O'Neill")
TAGS = ("key", "华东", "vip")
FIELDS = {
    "industry": "text", "city": "text", "size": "choice", "tags": "tags", "owner": "record", "deputy": "record",
    "last_contact_at": "moment", "next_follow_up": "day", "own_note": "text", "own_seats": "number",
    "own_budget": "money", "own_ends": "day", "own_found": "choice", "own_uses": "tags", "own_vip": "boolean",
    "own_buddy": "record",
}  # fmt: skip
SIZES = ("1-9", "10-49", "1000+")
NUMBERS = ("-1", "0", "2.5", "100")

text = st.sampled_from(WORDS)
tags = st.lists(st.sampled_from(TAGS), unique=True)
number = st.sampled_from(NUMBERS)
money = st.builds(lambda amount, code: {"amount": amount, "currency": code}, number, st.sampled_from(["CNY", "EUR"]))
day = st.integers(-400, 400).map(lambda away: TODAY + timedelta(days=away))
near = st.integers(-3, 3).map(lambda away: TODAY + timedelta(days=away))
days = day | near
hours = st.integers(-24 * 5, 24 * 5) | st.integers(-24 * 400, 24 * 400)
moment = hours.map(lambda away: datetime(2026, 5, 13, 12, tzinfo=UTC) + timedelta(hours=away))


def clients(people: list[int]) -> st.SearchStrategy[dict[str, Any]]:
    """The facts of one client, by the names of rule fields."""
    nobody = st.none()
    stands = {
        "text": text | st.just(""), "choice": st.sampled_from(SIZES) | st.just(""), "tags": tags,
        "record": st.sampled_from(people) | nobody, "moment": moment | nobody, "day": days | nobody,
        "number": number.map(Decimal) | nobody, "money": money | nobody, "boolean": st.booleans() | nobody,
    }  # fmt: skip
    return st.fixed_dictionaries({name: stands[kind] for name, kind in FIELDS.items()})


def rules(people: list[int]) -> st.SearchStrategy[dict[str, Any]]:
    condition = st.sampled_from(sorted(FIELDS)).flatmap(lambda name: _condition(name, people))
    several = lambda inner: st.lists(inner, min_size=1, max_size=3)  # noqa: E731
    return st.recursive(
        condition,
        lambda inner: (
            st.builds(lambda parts: {"all": parts}, several(inner))
            | st.builds(lambda parts: {"any": parts}, several(inner))
            | st.builds(lambda one: {"not": one}, inner)
        ),
        max_leaves=6,
    ).filter(lambda rule: _depth(rule) <= 5)


def _depth(rule: dict[str, Any]) -> int:
    inside = rule.get("all") or rule.get("any") or ([rule["not"]] if "not" in rule else [])
    return 1 + max(map(_depth, inside), default=0)


def _condition(name: str, people: list[int]) -> st.SearchStrategy[dict[str, Any]]:
    asked = _asked(FIELDS[name], people) | {"empty": st.just(True), "filled": st.just(True)}
    return st.sampled_from(sorted(asked)).flatmap(
        lambda operator: asked[operator].map(lambda value: {"field": name, operator: value})
    )


def _pair(one: Any, weight: Any) -> Any:
    return st.tuples(one, one).map(lambda ends: sorted(ends, key=weight))


def _asked(kind: str, people: list[int]) -> dict[str, Any]:
    some_tags, iso = tags.filter(bool), days.map(date.isoformat)
    if kind == "text":
        return {"any_of": st.lists(text, min_size=1, max_size=2, unique=True)} | dict.fromkeys(
            ("holds", "holds_not", "is", "is_not", "begins"), text
        )
    if kind in ("number", "money"):
        one: Any = number if kind == "number" else money
        weight = Decimal if kind == "number" else lambda value: Decimal(value["amount"])
        return {"at_least": one, "at_most": one, "is": one, "between": _pair(one, weight)}
    if kind in ("day", "moment"):
        count = st.integers(0, 400) | st.integers(0, 3)
        near = {
            "last_days": count,
            "over_days": count,
            "next_days": count,
            "in": st.sampled_from([p for p, _ in PERIODS]),
        }
        return near | {"on": iso, "since": iso, "before": iso, "between": _pair(iso, str)}
    if kind == "tags":
        return dict.fromkeys(("any_of", "all_of", "none_of"), some_tags)
    if kind == "boolean":
        return {"is": st.booleans()}
    offered = st.sampled_from(people) if kind == "record" else st.sampled_from(SIZES)
    return dict.fromkeys(("any_of", "none_of"), st.lists(offered, min_size=1, max_size=2, unique=True))
