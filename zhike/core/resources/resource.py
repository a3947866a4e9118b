"""The declaration itself: data, read by pages, search, import and API."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst

from zhike.core.fields.models import definitions_of
from zhike.core.lifecycle.transition import Step, steps_of
from zhike.core.record.form import RecordForm
from zhike.core.record.models import Record
from zhike.core.resources.columns import Column, own_column
from zhike.core.resources.filters import Filter
from zhike.core.resources.own_filters import own_filter


@dataclass(frozen=True)
class SearchText:
    """What of a record is indexed for search: field names by weight. `names` are also matched by pinyin and initials.

    `also_at(record)` gives the ids of further clients under which it is found; `prefetch` are the relations that this
    and `subtitle` read. `long` marks long texts, which are searched after what is found by name. `forgets_archived`
    takes archived records out of the index. `when` is the field that dates the record, `person` that of who may see it
    without seeing its client. `place(record)` is its address where that is not its own page, `mark(record)` its icon
    where that is not the resource's.
    """

    names: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    subtitle: Callable[[Any], str] = lambda _record: ""
    also_at: Callable[[Any], Iterable[int]] = lambda _record: ()
    prefetch: tuple[str, ...] = ()
    long: bool = False
    forgets_archived: bool = False
    when: str = "created_at"
    person: str = "created_by"
    place: Callable[[Any], str] | None = None
    mark: Callable[[Any], str] | None = None


@dataclass(frozen=True)
class Resource:
    """One kind of record, declared once: list, board, detail page, form, search, import and API are made from it.

    `name` is its part of the address. `pages` replaces generated pages by kind (`detail`, `list` …); None removes one.
    `views` are ready-made filters (label, query), `opens_with` the query with which the list opens. `told_in_full` are
    the event kinds for which a timeline shows the record itself, with the template `told_by` (else
    `<name>/_told.html`); `told_with` are the relations prefetched for it, and `bring(records)` loads what else it
    shows, for many records at once.
    """

    name: str
    model: type[Record]
    form: type[RecordForm]
    icon: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    order: str = "-id"
    search: SearchText | None = None
    board: str = ""
    pages: Mapping[str, type | None] = field(default_factory=dict)
    bulk: tuple[str, ...] = ()
    views: tuple[tuple[str | Promise, str], ...] = ()
    opens_with: str = ""
    importable: bool = False
    told_in_full: tuple[str, ...] = ()
    told_by: str = ""
    told_with: tuple[str, ...] = ()
    bring: Callable[[list[Any]], None] = lambda _records: None
    menu: bool = True

    @property
    def record_type(self) -> str:
        return self.model._meta.label_lower

    @property
    def label(self) -> str | Promise:
        return capfirst(self.model._meta.verbose_name) or ""

    @property
    def plural(self) -> str | Promise:
        return capfirst(self.model._meta.verbose_name_plural) or ""

    @property
    def list_url(self) -> str:
        return self.url()

    @property
    def add_url(self) -> str:
        return self.url("add") if self.has("add") else ""

    @property
    def steps(self) -> dict[str, Step]:
        return steps_of(self.model)

    def records(self, user: Any) -> Any:
        """What this person sees."""
        return self.model.objects.visible_to(user)

    def has(self, page: str) -> bool:
        """Whether it has this kind of page; `pages` says None for one that it lacks."""
        return self.pages.get(page, Resource) is not None

    def url(self, page: str = "list", record: Record | None = None, **more: Any) -> str:
        given = {"reference": record.reference} if record else {}
        return reverse(f"{self.name}:{page}", kwargs=given | more)

    def all_columns(self) -> dict[str, Column]:
        """Declared columns and those of own fields, by name."""
        own = (own_column(definition) for definition in definitions_of(self.record_type))
        return {column.name: column for column in (*self.columns, *own)}

    def all_filters(self) -> dict[str, Filter]:
        own = (own_filter(definition) for definition in definitions_of(self.record_type))
        return {one.name: one for one in (*self.filters, *own)}
