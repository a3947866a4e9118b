"""How each kind of form field stands in JSON: its schema, which types it takes, how a value is told and read.

Decimals are told as strings, since programs lose digits in numbers. A link is told as an object with `id`, `reference`
and `name`; it is taken as such an object, as a reference or as a number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from zhike.core.fields.form_fields import YesNoField
from zhike.core.record.fields import ListField, MoneyField

Schema = dict[str, Any]
TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda said: isinstance(said, str),
    "integer": lambda said: isinstance(said, int) and not isinstance(said, bool),
    "number": lambda said: isinstance(said, int | float) and not isinstance(said, bool),
    "boolean": lambda said: isinstance(said, bool),
    "array": lambda said: isinstance(said, list) and all(isinstance(one, str) for one in said),
    "links": lambda said: isinstance(said, list) and all(_is_link(one) for one in said),
    "link": lambda said: _is_link(said),
    "object": lambda said: isinstance(said, dict),
    "json": lambda said: isinstance(said, dict | list | str),
    "money": lambda said: isinstance(said, str) or (isinstance(said, dict) and said.keys() == {"amount", "currency"}),
}
LINK = {"anyOf": [{"$ref": "#/components/schemas/Link"}, {"type": "string"}, {"type": "integer"}]}
MONEY = {"anyOf": [{"$ref": "#/components/schemas/Money"}, {"type": "string"}]}
STRINGS = {"type": "array", "items": {"type": "string"}}


@dataclass(frozen=True)
class Kind:
    """`takes` are names of `TYPES`; `schema(field)` is what is taken, `told` the schema of what is given back."""

    takes: tuple[str, ...]
    schema: Callable[[Any], Schema]
    told: Schema | None = None
    read: Callable[[Any, Any], Any] = lambda said, _field: said

    def fits(self, said: Any) -> bool:
        return any(TYPES[name](said) for name in self.takes)


def kind_of(field: forms.Field) -> Kind:
    """By the class of the field, or the nearest one it inherits."""
    return next(KINDS[one] for one in type(field).__mro__ if one in KINDS)


def _is_link(said: Any) -> bool:
    if isinstance(said, dict):
        return isinstance(said.get("reference", said.get("id")), str | int)
    return isinstance(said, str | int) and not isinstance(said, bool)


def _text(field: Any) -> Schema:
    most = {"maxLength": field.max_length} if getattr(field, "max_length", None) else {}
    least = {"minLength": 1} if field.required else {}
    return {"type": "string"} | most | least


def _whole(field: Any) -> Schema:
    bounds = {"minimum": field.min_value, "maximum": field.max_value}
    return {"type": "integer"} | {name: value for name, value in bounds.items() if value is not None}


def _choice(field: Any) -> Schema:
    """Fields with a reading of their own (a country by its name) take more than their choices."""
    if type(field) not in (forms.ChoiceField, forms.TypedChoiceField):
        return {"type": "string"}
    numbers = [value for value, _words in field.choices if isinstance(value, int)]
    if numbers:
        return {"type": "integer", "enum": numbers}
    offered = dict.fromkeys(str(value) for value, _words in field.choices)
    return {"type": "string", "enum": [one for one in offered if one or not field.required]}


def _several(field: Any) -> Schema:
    return {"type": "array", "items": {"type": "string", "enum": [str(value) for value, _words in field.choices]}}


def _formatted(name: str) -> Callable[[Any], Schema]:
    return lambda _field: {"type": "string", "format": name}


def _number_of(said: Any, field: Any) -> Any:
    """A link as the form takes it: by its number. Another kind's reference stays as it is, and is refused there."""
    said = said.get("reference", said.get("id")) if isinstance(said, dict) else said
    prefix = getattr(field.queryset.model, "prefix", "")
    head, _dash, number = str(said).strip().upper().rpartition("-")
    return int(number) if head == prefix and number.isdecimal() and len(number) < 19 else str(said)


def _numbers_of(said: Any, field: Any) -> Any:
    return [_number_of(one, field) for one in said]


LINK_TOLD = {"$ref": "#/components/schemas/Link"}
KINDS: dict[type[forms.Field], Kind] = {
    forms.BooleanField: Kind(("boolean",), lambda _f: {"type": "boolean"}),
    YesNoField: Kind(("boolean",), lambda _f: {"type": "boolean"}),
    forms.IntegerField: Kind(("integer",), _whole),
    forms.DecimalField: Kind(("string", "number"), lambda _f: {"type": ["string", "number"]}, {"type": "string"}),
    forms.FloatField: Kind(("number",), lambda _f: {"type": "number"}),
    forms.DateField: Kind(("string",), _formatted("date")),
    forms.DateTimeField: Kind(("string",), _formatted("date-time")),
    forms.TimeField: Kind(("string",), _formatted("time")),
    ListField: Kind(("array", "string"), lambda _f: {"anyOf": [STRINGS, {"type": "string"}]}, STRINGS),
    MoneyField: Kind(("money",), lambda _f: MONEY, {"$ref": "#/components/schemas/Money"}),
    forms.ModelMultipleChoiceField: Kind(
        ("links",),
        lambda _f: {"type": "array", "items": LINK},
        {"type": "array", "items": LINK_TOLD},
        _numbers_of,
    ),
    forms.ModelChoiceField: Kind(("link",), lambda _f: LINK, LINK_TOLD, _number_of),
    forms.MultipleChoiceField: Kind(("array",), _several),
    forms.ChoiceField: Kind(("string", "integer"), _choice),
    forms.JSONField: Kind(("json",), lambda _f: {}, {}),
    forms.CharField: Kind(("string",), _text),
    forms.Field: Kind(("json",), lambda _f: {}, {}),
}
SIMPLE: tuple[tuple[type[models.Field], Schema], ...] = (
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.TimeField, {"type": "string", "format": "time"}),
    (models.JSONField, {}),
)


def schema_of_column(field: Any) -> Schema:
    """Of a model's field which no form asks for."""
    if field.is_relation:
        return {"type": "array", "items": LINK_TOLD} if field.many_to_many else LINK_TOLD
    if hasattr(field, "base_field"):
        return {"type": "array", "items": schema_of_column(field.base_field)}
    return next((schema for kind, schema in SIMPLE if isinstance(field, kind)), {"type": "string"})
