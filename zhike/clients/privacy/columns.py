"""The columns in which people's words stand, and a row without its words."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

WORDS = (models.CharField, models.TextField, models.JSONField, ArrayField)
STRUCTURE = frozenset(
    {"record_type", "kind", "content_type", "sha256", "stored", "message_id", "seals", "hash", "previous"}
)


def worded(model: Any) -> list[Any]:
    """Columns that can hold free words: text, lists, objects; not choices."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, WORDS) and not field.choices and field.name not in STRUCTURE and not field.primary_key
    ]


def empty_values(model: Any, word: str) -> dict[str, Any]:
    """What an emptied row holds: nothing where that is allowed, else the word. Numbers, links and states stay."""
    return {
        field.name: _empty(field, word)
        for field in model._meta.concrete_fields
        if (field.editable or field.name == "custom") and _is_personal(field)
    }


def _is_personal(field: Any) -> bool:
    if field.primary_key or field.is_relation or field.unique or field.name in STRUCTURE:
        return False
    if isinstance(field, WORDS):
        return field.blank or not field.choices
    return isinstance(field, models.DateField) and field.null


def _empty(field: Any, word: str) -> Any:
    if field.null:
        return None
    if isinstance(field, (models.CharField, models.TextField)):
        return "" if field.blank else word
    return [] if isinstance(field, ArrayField) else field.get_default()
