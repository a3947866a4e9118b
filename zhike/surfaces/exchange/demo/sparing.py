"""Who and what of the demo must stay because others have come to need it: people, teams, own fields, the company."""

from contextlib import suppress
from typing import Any

from django.apps import apps
from django.db import models

from zhike.core.access.errors import LastAdministrator
from zhike.core.access.models import Company, User
from zhike.core.fields.models import FieldDefinition
from zhike.surfaces.exchange.demo.hanging import Model, Rows, closure, keys_to, tables
from zhike.surfaces.exchange.demo.staff import COMPANY


def unneeded(candidates: Rows) -> Rows:
    """Those of the candidates that nothing else points at or uses."""
    left = {model: set(ids) for model, ids in candidates.items()}
    while needed := _needed(left):
        for model, pks in needed.items():
            left[model] -= pks
    return left


def _needed(left: Rows) -> Rows:
    leaving = closure(left)
    found = {model: ids & needed_of(model, ids, leaving) for model, ids in left.items()}
    return {model: pks for model, pks in found.items() if pks}


def needed_of(model: Model, ids: set[Any], leaving: Rows) -> set[Any]:
    if model is FieldDefinition:
        return {one.pk for one in FieldDefinition.objects.filter(pk__in=ids) if _in_use(one)}
    if model is Company:
        return set(Company.objects.exclude(name=COMPANY).values_list("pk", flat=True))
    return {pk for other in tables() for key in keys_to(model, other) for pk in _pointed_at(other, key, ids, leaving)}


def retire(model: Model, ids: set[Any]) -> None:
    """People who stay no longer work here; all else that stays is left as it is."""
    if model is User:
        for person in User.objects.at_work().filter(pk__in=ids):
            with suppress(LastAdministrator):  # someone must be left to sign in
                person.archive(by=User.objects.system(), leave_open=True)


def _pointed_at(other: Model, key: Any, ids: set[Any], leaving: Rows) -> set[Any]:
    """What goes with its target (a log-in, a saved view) does not count as pointing at it."""
    if key.remote_field.on_delete is models.CASCADE:
        return set()
    rows = other._base_manager.filter(**{f"{key.name}__in": ids}).exclude(pk__in=leaving.get(other, ()))
    return set(rows.values_list(key.attname, flat=True))


def _in_use(definition: FieldDefinition) -> bool:
    model: Any = apps.get_model(definition.record_type)
    return bool(model._base_manager.filter(custom__has_key=definition.key).exists())
