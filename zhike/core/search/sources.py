"""Which kinds of record are searched: those of resources that say so, and those which an area declares here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from zhike.core.access.areas import is_off
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.search.models import SearchEntry, TextEntry


@dataclass(frozen=True)
class Source:
    """`open` gives the address of a record."""

    name: str
    model: type[Any]
    label: str | Promise
    icon: str
    text: SearchText
    open: Callable[[Any], str]

    @cached_property
    def record_type(self) -> str:
        return self.model._meta.label_lower

    @property
    def entries(self) -> QuerySet[Any]:
        """Its part of the index."""
        return self.table._default_manager.filter(record_type=self.record_type)

    @property
    def table(self) -> type[SearchEntry] | type[TextEntry]:
        return TextEntry if self.text.long else SearchEntry

    @cached_property
    def through_client(self) -> bool:
        """Whether those who see one of the entry's clients see the record: no rule of its own narrows or widens it."""
        own = type(self.model._default_manager.all()).visible_to is not RecordQuerySet.visible_to
        return not own or self.record_type in {"clients.client", "clients.contact"}

    def records(self) -> QuerySet[Any]:
        """All of them, whoever asks, with what indexing reads."""
        return self.model._base_manager.prefetch_related(*self.text.prefetch)


_declared: dict[str, Source] = {}


def declare(source: Source) -> Source:
    """Make records without a resource searchable: files, comments."""
    _declared[source.record_type] = source
    return source


def sources() -> dict[str, Source]:
    """All sources by record type, resources in their order first."""
    of_resources = (_of(name) for name, resource in RESOURCES.items() if resource.search)
    known = {source.record_type: source for source in of_resources} | _declared
    return {name: source for name, source in known.items() if not is_off(source.model.__module__)}


def source_named(name: str) -> Source | None:
    return next((source for source in sources().values() if source.name == name), None)


@cache
def _of(name: str) -> Source:
    """Of a resource that says what is searched."""
    resource: Resource = RESOURCES[name]
    text: Any = resource.search
    place = text.place or (lambda record: resource.url("detail", record))
    return Source(resource.name, resource.model, resource.plural, resource.icon, text, place)
