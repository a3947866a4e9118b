"""A rule as the editor shows it: groups and rows, each with its controls and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules import asks
from zhike.clients.rules.operators import Operator, operators_of
from zhike.clients.rules.reading import read
from zhike.clients.rules.registry import RuleField, all_fields
from zhike.core.base.listing import listed
from zhike.core.ui.fields import class_of

JOINS = (
    ("all", _("all of these hold")),
    ("any", _("any of these holds")),
    ("none", _("none of these holds")),
    ("not_all", _("not all of these hold")),
)
DEEPEST_SHOWN = 3


@dataclass
class Row:
    """`options` are (value, words, ticked) when some of several are chosen; else `control` is what is typed into."""

    path: str
    field: RuleField
    operators: list[Operator]
    operator: Operator
    control: str = ""
    options: tuple[tuple[str, str, bool], ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def chosen(self) -> str:
        return listed(words for _value, words, ticked in self.options if ticked)


@dataclass
class Block:
    path: str
    join: str
    parts: list["Block | Row"]
    may_nest: bool

    joins = JOINS


def menu() -> list[tuple[str, list[RuleField]]]:
    """Every field under its group, as a menu shows them."""
    found: dict[str, list[RuleField]] = {}
    for one in all_fields().values():
        found.setdefault(str(one.group), []).append(one)
    return list(found.items())


def latest_row(block: Block, path: str) -> str:
    """The path of the last row in the group at `path`, where it was just added; empty when there is none."""
    for part in block.parts:
        if isinstance(part, Block) and (found := latest_row(part, path)):
            return found
    last = block.parts[-1] if block.path == path and block.parts else None
    return latest_row(last, last.path) if isinstance(last, Block) else last.path if last else ""


def draft(said: Any, path: str, *, checked: bool = False) -> Block:
    """`said` is JSON, whole or half-written; `checked` says what is wrong with each row."""
    shown = said if isinstance(said, Mapping) and said else {"all": []}
    block = _part(shown, path, all_fields(), 1, checked)
    return block if isinstance(block, Block) else _block({"all": [shown]}, "all", path, all_fields(), 1, checked)


def _part(said: Any, path: str, fields: dict[str, RuleField], depth: int, checked: bool) -> Block | Row:
    if "field" in said:
        return _row(said, path, fields, checked)
    inner, negated = said, False
    while "not" in inner:
        inner, negated = inner["not"], not negated
    if "field" in inner:
        inner = {"all" if not negated else "any": [inner]}
    join = {("all", False): "all", ("any", False): "any", ("any", True): "none", ("all", True): "not_all"}
    return _block(inner, join["all" if "all" in inner else "any", negated], path, fields, depth, checked)


def _block(inner: Any, join: str, path: str, fields: dict[str, RuleField], depth: int, checked: bool) -> Block:
    parts = inner.get("all") or inner.get("any") or []
    made = [_part(one, f"{path}-{place}", fields, depth + 1, checked) for place, one in enumerate(parts)]
    return Block(path, join, made, depth < DEEPEST_SHOWN)


def _row(said: Any, path: str, fields: dict[str, RuleField], checked: bool) -> Row:
    about = fields.get(said["field"]) or next(iter(fields.values()))
    operators = operators_of(about)
    name = next((key for key in said if key in operators), next(iter(operators)))
    row = Row(path, about, list(operators.values()), operators[name])
    _ask(row, said.get(name))
    if checked:
        row.errors = tuple(_wrong(said))
    return row


def _ask(row: Row, value: Any) -> None:
    ask = row.operator.ask
    if ask is asks.nothing:
        return
    made: Any = ask(row.field)
    if ask is asks.options:
        ticked = {str(one) for one in (value if isinstance(value, (list, tuple)) else ())}
        row.options = tuple((str(one), str(words), str(one) in ticked) for one, words in made.choices)
        return
    for widget in getattr(made.widget, "widgets", [made.widget]):
        widget.attrs |= {"class": class_of(widget), "aria-label": f"{row.field.label} {row.operator.label}"}
    name = f"{row.path}-value"
    row.control = made.widget.render(name, made.prepare_value(value), {"id": f"id_{name}"})


def _wrong(said: Any) -> list[str]:
    try:
        read(said)
    except ValidationError as error:
        return error.messages
    return []
