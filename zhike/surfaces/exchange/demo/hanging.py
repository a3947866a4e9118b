"""What hangs on given records: rows that need them, and rows about them, of any table there is or will be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models

Model = type[models.Model]
Rows = dict[Model, set[Any]]


def closure(start: Rows, spared: Iterable[Model] = ()) -> Rows:
    """The rows, and all that hang on them, at any depth. Tables in `spared` are not looked at."""
    found: Rows = defaultdict(set)
    fresh = dict(start)
    while fresh:
        for model, ids in fresh.items():
            found[model] |= ids
        reached: Rows = defaultdict(set)
        for model, ids in fresh.items():
            for hanging, pks in hanging_on(model, ids, spared):
                reached[hanging] |= pks
        fresh = {model: pks - found[model] for model, pks in reached.items() if pks - found[model]}
    return found


def hanging_on(model: Model, ids: set[Any], spared: Iterable[Model] = ()) -> Iterator[tuple[Model, set[Any]]]:
    """Rows that cannot be without these, rows of these clients, and rows with `record_type` and `record_id`.

    A pair or a merge names two records, `other_id` too: it goes with either.
    """
    for other in tables():
        if other in spared:
            continue
        for key in keys_to(model, other):
            if not key.null or key.name == "client":
                yield other, _pks(other, {f"{key.name}__in": ids})
        if _is_about_any_record(other):
            for name in {"record_id", "other_id"} & {field.name for field in other._meta.concrete_fields}:
                yield other, _pks(other, {"record_type__in": _called(model), f"{name}__in": ids})


def tables() -> list[Model]:
    """One model for each table: kinds of entry share theirs."""
    known = apps.get_models(include_auto_created=True)
    return [model for model in known if model._meta.managed and not model._meta.proxy]


def table_of(record_type: str) -> Model:
    concrete: Any = apps.get_model(record_type)._meta.concrete_model
    return concrete


def _called(model: Model) -> list[str]:
    """The record types of the rows of a table."""
    return [one._meta.label_lower for one in apps.get_models() if one._meta.concrete_model is model]


def keys_to(model: Model, other: Model) -> list[Any]:
    """Foreign keys of `other` that point at `model`."""
    return [field for field in other._meta.concrete_fields if field.is_relation and field.related_model is model]


def _is_about_any_record(model: Model) -> bool:
    return {"record_type", "record_id"} <= {field.name for field in model._meta.concrete_fields}


def _pks(model: Model, wanted: dict[str, Any]) -> set[Any]:
    return set(model._base_manager.filter(**wanted).values_list("pk", flat=True))
