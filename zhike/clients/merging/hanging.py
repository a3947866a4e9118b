"""What hangs on a record: every column of every table there is or will be that names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F

from zhike.core.fields.models import FieldDefinition, Kind
from zhike.core.record.amending import told
from zhike.core.record.models import Record

Model = type[models.Model]


@dataclass(frozen=True)
class Hook:
    """A column that names records of `target`: a foreign key, or `record_id` beside `record_type`."""

    model: Any
    column: str
    target: Model

    @property
    def table(self) -> str:
        return str(self.model._meta.label_lower)

    @property
    def key(self) -> tuple[str, str]:
        return self.table, self.column

    def rows(self, number: int) -> Any:
        """Those that name this one."""
        about = {"record_type": self.target._meta.label_lower} if self.column == "record_id" else {}
        return self.model._base_manager.filter(**{self.column: number}, **about)

    def point(self, rows: Any, number: int) -> int:
        """Let the rows name another one. Whoever has one of them open must see it."""
        counted = {"version": F("version") + 1} if issubclass(self.model, Record) else {}
        return int(rows.update(**{self.column: number}, **counted))


@dataclass(frozen=True)
class OwnLink(Hook):
    """An own field that leads to records of `target`; `column` is `custom.` and its key."""

    @property
    def own_key(self) -> str:
        return self.column.removeprefix("custom.")

    def rows(self, number: int) -> Any:
        return self.model._base_manager.filter(**{f"custom__{self.own_key}__id": number})

    def point(self, rows: Any, number: int) -> int:
        """One by one, since each keeps its other own fields."""
        leads_to = told(self.target._base_manager.get(pk=number))
        found = list(rows)
        for row in found:
            rows.model._base_manager.filter(pk=row.pk).update(
                custom=row.custom | {self.own_key: leads_to}, version=F("version") + 1
            )
        return len(found)


def hooks_on(model: Model) -> tuple[Hook, ...]:
    return (*_known(model._meta.label_lower), *_own_links(model))


def hook(target: Model, table: str, column: str) -> Hook | None:
    """None where the table or column is gone since."""
    return next((one for one in hooks_on(target) if one.key == (table, column)), None)


def anything_on(row: models.Model) -> bool:
    return any(one.rows(row.pk).exists() for one in hooks_on(type(row)))


@cache
def _known(label: str) -> tuple[Hook, ...]:
    return tuple(_hooks_on(apps.get_model(label)))


def _own_links(model: Model) -> Iterator[Hook]:
    """Own fields come and go while the program runs."""
    links = FieldDefinition.objects.filter(kind=Kind.LINK).order_by("pk")
    for one in links:
        if (one.links_to or "clients.client") == model._meta.label_lower:
            yield OwnLink(apps.get_model(one.record_type), f"custom.{one.key}", model)


def _hooks_on(model: Model) -> Iterator[Hook]:
    for other in apps.get_models(include_auto_created=True):
        if not other._meta.managed or other._meta.proxy or getattr(other, "stays_when_merged", False):
            continue
        fields = other._meta.concrete_fields
        for field in fields:
            if field.is_relation and field.related_model is model and not field.primary_key:
                yield Hook(other, field.attname, model)
        if {"record_type", "record_id"} <= {field.name for field in fields}:
            yield Hook(other, "record_id", model)
