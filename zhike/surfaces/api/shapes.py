"""A record as JSON: what its form asks for, what its columns show, and what every record has."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from zhike.core.access.preferences import staff_names
from zhike.core.fields.form_fields import form_field
from zhike.core.fields.models import FieldDefinition, definitions_of
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.kinds import LINK_TOLD, Schema, kind_of, schema_of_column

Tell = Callable[[Any], Any]
NOT_TOLD = {"version", "custom", "password"}
ALWAYS: dict[str, Schema] = {
    "id": {"type": "integer"},
    "reference": {"type": "string"},
    "version": {"type": "integer"},
    "url": {"type": "string", "format": "uri-reference"},
    "created_at": {"type": "string", "format": "date-time"},
    "created_by": {"anyOf": [LINK_TOLD, {"type": "null"}]},
    "archived_at": {"type": ["string", "null"], "format": "date-time"},
}


class Shape:
    """`only` are the names to tell beside `id`, `reference` and `version`; all when None."""

    def __init__(self, resource: Resource, only: Iterable[str] | None = None) -> None:
        self.resource = resource
        self.fields = model_fields(resource)
        self.own = definitions_of(resource.record_type)
        self.only = None if only is None else set(only)

    @property
    def names(self) -> list[str]:
        """Everything that may be asked for."""
        return [*ALWAYS, *self.fields, *(definition.name for definition in self.own)]

    def wants(self, name: str) -> bool:
        return self.only is None or name in self.only

    def records(self, found: Any) -> Any:
        """The queryset with all that is told of each record, in a number of statements that rows do not change."""
        told = [field for name, field in self.fields.items() if self.wants(name)]
        joined = [field.name for field in told if _is_joined(field)]
        several = [field.name for field in told if field.many_to_many]
        found = found.select_related(*joined) if joined else found
        return found.prefetch_related(*several) if several else found

    def tell(self, record: Any) -> dict[str, Any]:
        said: dict[str, Any] = {"id": record.pk, "reference": record.reference, "version": record.version}
        if self.wants("url"):
            said["url"] = self.resource.url("detail", record)
        for name, field in self.fields.items():
            if self.wants(name):
                said[name] = value(record, field)
        for name in ("created_at", "archived_at"):
            if self.wants(name):
                said[name] = getattr(record, name)
        if self.wants("created_by"):
            said["created_by"] = person(record.created_by_id)
        for definition in self.own:
            if self.wants(definition.name):
                said[definition.name] = _own(record.custom.get(definition.key), definition)
        return said


def model_fields(resource: Resource) -> dict[str, Any]:
    """The model's fields that are told, by name: those of the form, then those of columns."""
    return _fields_of(resource.name)


@cache
def _fields_of(name: str) -> dict[str, Any]:
    resource = RESOURCES[name]
    names = [*resource.form.base_fields, *(column.name for column in resource.columns)]
    wanted = [name for name in dict.fromkeys(names) if name not in NOT_TOLD and name not in ALWAYS]
    return {name: field for name in wanted if (field := _field(resource.model, name)) is not None}


def schemas(resource: Resource, own: Iterable[FieldDefinition]) -> dict[str, Schema]:
    """The schema of each member that is told; any but those of every record may be null."""
    told = dict(ALWAYS)
    for name, field in model_fields(resource).items():
        told[name] = _nullable(schema_of_column(field), field)
    for definition in own:
        kind = kind_of(form_field(definition))
        told[definition.name] = {"anyOf": [kind.told or kind.schema(form_field(definition)), {"type": "null"}]}
    return told


def link(record: Any) -> dict[str, Any] | None:
    if record is None:
        return None
    return {"id": record.pk, "reference": getattr(record, "reference", str(record.pk)), "name": str(record)}


def person(pk: int | None) -> dict[str, Any] | None:
    """A link to a member of staff, without a query."""
    return None if pk is None else {"id": pk, "reference": f"US-{pk}", "name": staff_names().get(pk, "")}


def _nullable(schema: Schema, field: Any) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]} if field.null and schema else schema


def _field(model: type[models.Model], name: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _is_joined(field: Any) -> bool:
    return _is_link(field) and not _is_person(field)


def _is_link(field: Any) -> bool:
    return field.many_to_one or field.one_to_one


def _is_person(field: Any) -> bool:
    return _is_link(field) and field.related_model._meta.label_lower == "access.user"


def value(record: Any, field: Any) -> Any:
    """What a field of the model holds, as it is told."""
    if _is_person(field):
        return person(getattr(record, field.attname))
    if _is_link(field):
        return link(getattr(record, field.name))
    if field.many_to_many:
        return [link(one) for one in getattr(record, field.name).all()]
    return getattr(record, field.attname)


def _own(stored: Any, definition: FieldDefinition) -> Any:
    """An own value; links are kept as {id, text}."""
    if not isinstance(stored, dict) or "id" not in stored:
        return stored
    model = apps.get_model(definition.links_to or ("access.user" if definition.kind == "person" else "clients.client"))
    return {"id": stored["id"], "reference": f"{model.prefix}-{stored['id']}", "name": stored["text"]}
