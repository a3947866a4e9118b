"""What an edit changed, in the reader's words."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext

from zhike.core.base import money
from zhike.core.fields.models import definitions_of
from zhike.core.resources.resource import Resource
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import plain
from zhike.core.ui.dates import dated_words, full_words, hour_words

Words = Callable[[Any], str]


def changes(event: Event, resource: Resource | None) -> list[tuple[str, str, str]]:
    """(field, was, is) for each field of an edit; empty for other events."""
    changed = event.fact("changed", {})
    return [_change(event.record_type, name, was, now, resource) for name, (was, now) in changed.items()]


def _change(record_type: str, name: str, was: Any, now: Any, resource: Resource | None) -> tuple[str, str, str]:
    if name.startswith("own_"):
        words = _own_words(record_type, name)
        return _own_label(name, resource), _said(words, was), _said(words, now)
    try:
        field: Any = apps.get_model(record_type)._meta.get_field(name)
    except FieldDoesNotExist:
        return name, plain(was), plain(now)
    words = _words_of(field)
    return str(capfirst(field.verbose_name)), _said(words, was), _said(words, now)


def _said(words: Words, value: Any) -> str:
    """Nothing as a dash; what an old event kept in another shape, as it reads."""
    if value in (None, "", [], {}):
        return plain(value)
    try:
        return words(value)
    except (ValueError, TypeError, KeyError, ArithmeticError):
        return plain(value)


def _words_of(field: Any) -> Words:
    """How a kept value of a model's field reads."""
    if hasattr(field, "in_words"):
        return lambda value: plain(field.in_words(value))
    if field.flatchoices:
        choices = dict(field.flatchoices)
        return lambda value: str(choices[value])
    kinds: tuple[tuple[type, Words], ...] = (
        (models.DateTimeField, _moment), (models.DateField, _day), (models.TimeField, _hour),
        (models.BooleanField, _yes_no), (models.DecimalField, _number),
    )  # fmt: skip
    return next((words for kind, words in kinds if isinstance(field, kind)), plain)


def _own_words(record_type: str, name: str) -> Words:
    """How a kept value of an own field reads."""
    kinds: dict[str, Words] = {"date": _day, "boolean": _yes_no, "number": _number, "money": _money}
    kind = next((one.kind for one in definitions_of(record_type) if one.name == name), "")
    return kinds.get(kind, plain)


def _moment(value: str) -> str:
    return full_words(datetime.fromisoformat(value))


def _day(value: str) -> str:
    return dated_words(date.fromisoformat(value))


def _hour(value: str) -> str:
    return hour_words(time.fromisoformat(value))


def _yes_no(value: bool) -> str:
    return pgettext("answer", "Yes") if value else pgettext("answer", "No")


def _number(value: str) -> str:
    return number_format(Decimal(value), force_grouping=True)


def _money(value: dict[str, str]) -> str:
    return money.shown(Decimal(value["amount"]), value["currency"], get_language() or "en")


def _own_label(name: str, resource: Resource | None) -> str:
    found = resource.all_columns().get(name) if resource else None
    return str(found.label) if found else name.removeprefix("own_")
