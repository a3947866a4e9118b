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
    """What of a record is searched: field names by weight. `names` are also found by pinyin and initials.

    `also_at` gives further clients where it stands, `prefetch` what that reads. `long` is for texts, which are looked
    through after what is known by name; `forgets_archived` for what archiving withdraws. `when` is the field that says
    how recent it is, `person` the one who sees it without its client. `place` is its address where that is not its own
    page, `mark` the sign before its name where that is not the resource's icon.
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
    """One kind of record. `name` stands in addresses; `pages` overrides generated pages by kind (`detail`, `list` …),
    or says None for one that it lacks.

    `views` are ready-made (words, query), `opens_with` the query with which the list opens.
    `told_in_full` are the event kinds for which a timeline shows the record itself, by the template `told_by` (else
    `<name>/_told.html`); `told_with` is prefetched for it, and `bring` gives many records
    at once what else it shows.
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
