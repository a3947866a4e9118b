"""Filters of own fields, whose values stand in one JSONB column: one for each kind."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db.models import DateField, DecimalField, F, Q
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThanOrEqual, IContains, LessThan, LessThanOrEqual
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.fields.models import FieldDefinition, Kind
from zhike.core.resources import filters
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader

One = Callable[[FieldDefinition, str, Reader], Q]
NUMBER = r"-?\d+(?:\.\d+)?"
RANGE = re.compile(rf"(?P<least>{NUMBER})?\s*(?P<between>\.\.|–|~)?\s*(?P<most>{NUMBER})?")
NOTHING = Q(pk__in=())


def own_filter(definition: FieldDefinition) -> Filter:
    def condition(values: list[str], reader: Reader) -> Q:
        found = Q()
        for value in values:
            found |= CONDITIONS[Kind(definition.kind)](definition, value, reader)
        return found

    hint = _("100..200") if definition.kind in {Kind.NUMBER, Kind.MONEY} else ""
    return Filter(definition.name, str(definition), condition, lambda reader: _options(definition, reader), hint)


def numbers(name: str, label: str | Promise) -> Filter:
    """A number column, by itself or from..to."""

    def condition(values: list[str], _reader: Reader) -> Q:
        found = Q()
        for value in values:
            found |= _within(F(name), value)
        return found

    return Filter(name, label, condition, lambda _reader: [], _("100..200"))


def _options(definition: FieldDefinition, reader: Reader) -> list[tuple[str, str]]:
    if definition.kind in {Kind.CHOICE, Kind.CHOICES}:
        return [(one, one) for one in definition.options]
    if definition.kind == Kind.BOOLEAN:
        return [("true", gettext("Yes")), ("false", gettext("No"))]
    if definition.kind == Kind.PERSON:
        return list(filters.person(definition.name, "").options(reader))
    return filters.spans(ahead=True) if definition.kind == Kind.DATE else []


def _has(definition: FieldDefinition, value: Any) -> Q:
    return Q(custom__contains={definition.key: value})


def _lacks(definition: FieldDefinition) -> Q:
    return ~Q(custom__has_key=definition.key)


def _holds(definition: FieldDefinition, value: str, _reader: Reader) -> Q:
    return Q(IContains(KeyTextTransform(definition.key, "custom"), value))


def _boolean(definition: FieldDefinition, value: str, _reader: Reader) -> Q:
    return _has(definition, value == "true")


def _person(definition: FieldDefinition, value: str, reader: Reader) -> Q:
    if value == "none":
        return _lacks(definition)
    found = NOTHING
    for pk in filters.people_meant([value], reader):
        found |= _has(definition, {"id": pk})
    return found


def _link(definition: FieldDefinition, value: str, _reader: Reader) -> Q:
    """By reference (CL-12) or by part of the name."""
    _prefix, _dash, number = value.strip().rpartition("-")
    if number.isdecimal() and len(number) < 19:
        return _has(definition, {"id": int(number)})
    return Q(IContains(KeyTextTransform("text", KeyTransform(definition.key, "custom")), value))


def _date(definition: FieldDefinition, value: str, reader: Reader) -> Q:
    if value == "never":
        return _lacks(definition)
    since, until = filters.span(value, reader.today)
    day: Any = Cast(KeyTextTransform(definition.key, "custom"), DateField())
    after = Q(GreaterThanOrEqual(day, since)) if since else Q()
    return after & Q(LessThan(day, until)) if until else after


def _number(definition: FieldDefinition, value: str, _reader: Reader) -> Q:
    return _within(KeyTextTransform(definition.key, "custom"), value)


def _money(definition: FieldDefinition, value: str, _reader: Reader) -> Q:
    """The amount, whatever the currency."""
    return _within(KeyTextTransform("amount", KeyTransform(definition.key, "custom")), value)


def _within(stored: Any, value: str) -> Q:
    """100 is just that, 100.. at least, ..200 at most, 100..200 both."""
    said = RANGE.fullmatch(value.replace(",", "").strip())
    if not said or not (said["least"] or said["most"]):
        return NOTHING
    amount: Any = Cast(stored, DecimalField(max_digits=30, decimal_places=8))
    least = said["least"]
    most = said["most"] if said["between"] else least
    found = Q(GreaterThanOrEqual(amount, Decimal(least))) if least else Q()
    return found & Q(LessThanOrEqual(amount, Decimal(most))) if most else found


CONDITIONS: dict[Kind, One] = {
    Kind.TEXT: _holds,
    Kind.LONG: _holds,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.CHOICE: lambda definition, value, _reader: _has(definition, value),
    Kind.CHOICES: lambda definition, value, _reader: _has(definition, [value]),
    Kind.BOOLEAN: _boolean,
    Kind.LINK: _link,
    Kind.PERSON: _person,
}
