"""Reading a rule: JSON in, a tree out, or a refusal that says where and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.operators import Operator, operators_of
from zhike.clients.rules.registry import RuleField, field_called
from zhike.core.record.amending import told

DEEPEST = 5
MOST_CONDITIONS = 50


@dataclass(frozen=True)
class Condition:
    """`value` is typed: a date, a Decimal, a list …"""

    field: RuleField
    operator: Operator
    value: Any

    @property
    def timely(self) -> bool:
        """Whether the answer changes with the day alone."""
        return self.operator.timely or self.field.timely

    def as_json(self) -> dict[str, Any]:
        return {"field": self.field.name, self.operator.name: told(self.value)}


@dataclass(frozen=True)
class Group:
    """Holds when every part does, or else when any does."""

    every: bool
    parts: tuple["Rule", ...]

    def as_json(self) -> dict[str, Any]:
        return {"all" if self.every else "any": [part.as_json() for part in self.parts]}


@dataclass(frozen=True)
class Not:
    inner: "Rule"

    def as_json(self) -> dict[str, Any]:
        return {"not": self.inner.as_json()}


Rule = Condition | Group | Not


def read(said: Any) -> Rule:
    """The rule as a tree. `said` is {"all": […]}, {"any": […]}, {"not": …} or {"field": name, operator: value}.

    Raises ValidationError: unknown field, wrong operator, bad value, too deep, too many conditions, none at all.
    """
    rule = _read(said, 1)
    if len(list(conditions(rule))) > MOST_CONDITIONS:
        raise ValidationError(_("A rule has at most %(most)s conditions."), params={"most": MOST_CONDITIONS})
    return rule


def conditions(rule: Rule) -> Iterator[Condition]:
    """Every condition, in the order of writing."""
    if isinstance(rule, Condition):
        yield rule
    elif isinstance(rule, Not):
        yield from conditions(rule.inner)
    else:
        for part in rule.parts:
            yield from conditions(part)


def _read(said: Any, depth: int) -> Rule:
    if not isinstance(said, Mapping):
        raise ValidationError(_("A rule is made of conditions, and of groups of conditions."))
    if depth > DEEPEST:
        raise ValidationError(_("Groups stand at most %(most)s deep in each other."), params={"most": DEEPEST})
    if "field" in said:
        return _condition(said)
    if len(said) != 1 or not said.keys() <= {"all", "any", "not"}:
        raise ValidationError(_("A group says “all”, “any” or “not”, and nothing else."))
    ((word, inside),) = said.items()
    return Not(_read(inside, depth + 1)) if word == "not" else _group(word == "all", inside, depth)


def _group(every: bool, inside: Any, depth: int) -> Group:
    if not isinstance(inside, (list, tuple)) or not inside:
        raise ValidationError(_("A group needs at least one condition."))
    if len(inside) > MOST_CONDITIONS:
        raise ValidationError(_("A rule has at most %(most)s conditions."), params={"most": MOST_CONDITIONS})
    return Group(every, tuple(_read(one, depth + 1) for one in inside))


def _condition(said: Mapping[str, Any]) -> Condition:
    field = field_called(said["field"])
    if field is None:
        raise ValidationError(_("There is no field “%(name)s”."), params={"name": str(said["field"])[:60]})
    names = said.keys() - {"field"}
    if len(names) != 1:
        raise ValidationError(_("“%(field)s” needs one operator."), params={"field": field.label})
    (name,) = names
    operator = operators_of(field).get(name)
    if operator is None:
        told = {"field": field.label, "name": str(name)[:60]}
        raise ValidationError(_("“%(field)s” cannot be asked by “%(name)s”."), params=told)
    return Condition(field, operator, _value(field, operator, said[name]))


def _value(field: RuleField, operator: Operator, said: Any) -> Any:
    try:
        return operator.ask(field).clean(said)
    except ValidationError as error:
        raise ValidationError([f"{field.label}: {message}" for message in error.messages]) from error
