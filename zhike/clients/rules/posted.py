"""A rule as the editor posts it: made into JSON, with the button pressed carried out. Nothing is checked here.

A group posts `<path>-join`, a condition `<path>-field`, `<path>-operator`, `<path>-was` and `<path>-value`; the parts
of a group stand under `<path>-0`, `<path>-1` and so on. The button posts `<name>-do` with `add:`, `group:` or `remove:`
and the path.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from zhike.clients.rules import asks
from zhike.clients.rules.operators import operators_of
from zhike.clients.rules.registry import RuleField, all_fields

Raw = dict[str, Any]
JOINS: dict[str, Callable[[list[Raw]], Raw]] = {
    "all": lambda parts: {"all": parts},
    "any": lambda parts: {"any": parts},
    "none": lambda parts: {"not": {"any": parts}},
    "not_all": lambda parts: {"not": {"all": parts}},
}
_OF_ONE_FIELD = (asks.options, asks.link)


def new_condition() -> Raw:
    """The first field by its first operator, with nothing said yet."""
    field = next(iter(all_fields().values()))
    return {"field": field.name, next(iter(operators_of(field))): ""}


def is_posted(data: Mapping[str, Any], name: str) -> bool:
    return f"{name}-join" in data


def pressed(data: Mapping[str, Any], name: str) -> str:
    """Which button of the editor sent the form; empty when it was none of them."""
    return str(data.get(f"{name}-do", ""))


def posted(data: Any, name: str) -> Raw:
    """The rule with the pressed button's change."""
    return _group(data, name, *pressed(data, name).partition(":")[::2], all_fields())


def _group(data: Any, path: str, do: str, where: str, fields: dict[str, RuleField]) -> Raw:
    parts = [
        _group(data, part, do, where, fields) if f"{part}-join" in data else _condition(data, part, fields)
        for part in _parts(data, path)
        if (do, where) != ("remove", part)
    ]
    parts = [part for part in parts if not _is_empty(part)]
    if where == path and do in ("add", "group"):
        parts.append(new_condition() if do == "add" else {"any": [new_condition()]})
    return JOINS.get(data.get(f"{path}-join"), JOINS["all"])(parts)


def _is_empty(part: Raw) -> bool:
    inner = part.get("not", part)
    return inner.get("all") == [] or inner.get("any") == []


def _parts(data: Any, path: str) -> Iterator[str]:
    for place in count():
        part = f"{path}-{place}"
        if f"{part}-field" not in data and f"{part}-join" not in data:
            return
        yield part


def _condition(data: Any, path: str, fields: dict[str, RuleField]) -> Raw:
    """What was said is kept while it still answers what is asked."""
    field = fields.get(data.get(f"{path}-field")) or next(iter(fields.values()))
    operators = operators_of(field)
    name = data.get(f"{path}-operator")
    name = name if name in operators else next(iter(operators))
    ask = operators[name].ask
    if ask is asks.nothing:
        return {"field": field.name, name: True}
    kept = _was_asked(data.get(f"{path}-was", ""), fields, field) is ask
    value = ask(field).widget.value_from_datadict(data, {}, f"{path}-value") if kept else ""
    return {"field": field.name, name: value}


def _was_asked(was: str, fields: dict[str, RuleField], now: RuleField) -> asks.Ask | None:
    name, _line, operator = was.partition(":")
    if name not in fields or operator not in operators_of(fields[name]):
        return None
    ask = operators_of(fields[name])[operator].ask
    return ask if name == now.name or ask not in _OF_ONE_FIELD else None
