"""Which records a person sees, many at once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps

Key = tuple[str, int]


def by_type(keys: Iterable[Key]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for record_type, pk in keys:
        found[record_type].add(pk)
    return found


def seen_records(user: Any, keys: Iterable[Key]) -> dict[Key, Any]:
    """Those that this person may see, by type and number: a query for each type."""
    return {
        (record_type, record.pk): record
        for record_type, pks in by_type(keys).items()
        for record in _visible(record_type, user).filter(pk__in=pks)
    }


def seen_keys(user: Any, keys: Iterable[Key]) -> set[Key]:
    """The same, without loading them."""
    return {
        (record_type, pk)
        for record_type, pks in by_type(keys).items()
        for pk in _visible(record_type, user).filter(pk__in=pks).values_list("pk", flat=True)
    }


def _visible(record_type: str, user: Any) -> Any:
    records = apps.get_model(record_type)._default_manager
    return records.visible_to(user) if hasattr(records, "visible_to") else records.none()
