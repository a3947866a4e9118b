"""Short ways to what a field or a check says of plain values. Whatever is not plain goes the field's own way."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

from zhike.core.record.fields import ListField

Check = Callable[[Any], Any]


def quick_clean(field: forms.Field) -> Check:
    """The field's `clean`. Of a text or a list with no rules but a length, one that fits is not asked of each rule."""
    if type(field) is forms.CharField and field.strip and _asks_for_length_alone(field.validators):
        return _text(field, field.clean, field.max_length or 1 << 30)
    if isinstance(field, ListField) and field.max_length is None and _asks_for_length_alone(field.validators):
        return _list(field, field.clean)
    return field.clean


def quick_check(checks: list[Check], each: bool, slow: Check) -> Check:
    """Asks the checks of a value, or of each item; `slow` says what is wrong when one of them refuses."""
    most = min((one.limit_value for one in checks if type(one) is MaxLengthValidator), default=0)
    plain = bool(most) and _asks_for_length_alone(checks) and not callable(most)

    def check(value: Any) -> None:
        items = value if each else [value]
        if plain and all(type(one) is str and len(one) <= most for one in items):
            return
        try:
            for item in items:
                for one in checks:
                    one(item)
        except ValidationError:
            slow(value)

    return check


def _text(field: forms.Field, clean: Check, most: int) -> Check:
    def quick(said: Any) -> Any:
        if type(said) is str and len(text := said.strip()) <= most and text and "\0" not in text:
            return text
        return clean(said)

    return quick


def _list(field: ListField, clean: Check) -> Check:
    def quick(said: Any) -> Any:
        if type(said) is str and "\0" not in said and (values := field.to_python(said)):
            return values
        return clean(said)

    return quick


def _asks_for_length_alone(checks: Iterable[Any]) -> bool:
    return {type(one) for one in checks} <= {MaxLengthValidator, ProhibitNullCharactersValidator}
