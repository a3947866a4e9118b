"""The registry of resources: by name, by record type, by prefix."""

from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import models

from zhike.core.resources.resource import Resource

RESOURCES: dict[str, Resource] = {}
BY_TYPE: dict[str, Resource] = {}
BY_PREFIX: dict[str, Resource] = {}


def register(resource: Resource) -> Resource:
    """Add a resource. Raises ValueError for a name, record type or prefix that is taken."""
    for taken, key in ((RESOURCES, resource.name), (BY_TYPE, resource.record_type), (BY_PREFIX, resource.model.prefix)):
        if key in taken:
            raise ValueError(f"{key!r} is declared twice")
        taken[key] = resource
    return resource


def resource_of(what: models.Model | type[models.Model] | str) -> Resource | None:
    """The resource of a record, a model or a record type (`clients.client`), if it has one."""
    return BY_TYPE.get(what if isinstance(what, str) else what._meta.label_lower)


def find_record(record_type: str, record_id: int, user: Any) -> models.Model | None:
    """The record, if this person may see it."""
    model = apps.get_model(record_type)
    return model._default_manager.visible_to(user).filter(pk=record_id).first()


def by_reference(reference: str, user: Any) -> models.Model | None:
    """The record called `CL-12`, if this person may see it."""
    resource = BY_PREFIX.get(reference.strip().upper().rpartition("-")[0])
    return resource.records(user).by_reference(reference).first() if resource else None


def discover(module: str) -> None:
    """Import `module` of each of our apps that has one."""
    for app in apps.get_app_configs():
        if app.name.startswith("zhike.") and find_spec(f"{app.name}.{module}"):
            import_module(f"{app.name}.{module}")


def extend(name: str, *, board: str = "", **more: tuple[Any, ...]) -> Resource:
    """Add columns, filters, views or bulk actions to a resource of a lower floor: what an area knows of its records.

    `board` is the field of its board; where that is not a field with choices, the board needs a page class (`climb`).
    """
    known = RESOURCES[name]
    parts: dict[str, Any] = {part: (*getattr(known, part), *added) for part, added in more.items()}
    grown = replace(known, board=board or known.board, **parts)
    RESOURCES[name] = BY_TYPE[known.record_type] = BY_PREFIX[known.model.prefix] = grown
    return grown


def climb(name: str, **pages: type) -> None:
    """Replace generated pages of a resource, by kind (`detail`, `board` …), with page classes of its own."""
    RESOURCES[name].pages.update(pages)  # type: ignore[attr-defined]
