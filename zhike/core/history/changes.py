"""What an edit changed, in the reader's words."""

from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst

from zhike.core.resources.resource import Resource
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import plain


def changes(event: Event, resource: Resource | None) -> list[tuple[str, str, str]]:
    """(field, was, is) for each field of an edit; empty for other events."""
    changed = event.fact("changed", {})
    return [_change(event.record_type, name, was, now, resource) for name, (was, now) in changed.items()]


def _change(record_type: str, name: str, was: Any, now: Any, resource: Resource | None) -> tuple[str, str, str]:
    if name.startswith("own_"):
        return _own_label(name, resource), plain(was), plain(now)
    try:
        field: Any = apps.get_model(record_type)._meta.get_field(name)
    except FieldDoesNotExist:
        return name, plain(was), plain(now)
    if hasattr(field, "in_words"):
        return str(capfirst(field.verbose_name)), plain(field.in_words(was)), plain(field.in_words(now))
    words = dict(field.flatchoices or ())
    return str(capfirst(field.verbose_name)), _said(words, was), _said(words, now)


def _said(words: dict[Any, Any], value: Any) -> str:
    """A choice's own words; anything else, lists too, as it reads."""
    return str(words[value]) if isinstance(value, str | int) and value in words else plain(value)


def _own_label(name: str, resource: Resource | None) -> str:
    found = resource.all_columns().get(name) if resource else None
    return str(found.label) if found else name.removeprefix("own_")
