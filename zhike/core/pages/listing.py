"""A list as its query string asks for it: filters, search words, order, columns, one page of rows."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from zhike.core.pages.counting import Count, count_of
from zhike.core.resources.columns import Column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.resource import Resource

STRETCH = 50


class Listing:
    """`words` is the query string, `size` the number of rows on a page."""

    def __init__(self, resource: Resource, user: Any, words: QueryDict, size: int = STRETCH) -> None:
        self.resource, self.user, self.words, self.size = resource, user, words, size
        self.reader = Reader(user)
        self.known = resource.all_columns()
        self.filters = resource.all_filters()

    @cached_property
    def columns(self) -> list[Column]:
        known = self.known
        said = [*self.words.get("columns", "").split(","), *self.words.getlist("column")]
        asked = [name for name in said if name in known]
        first = next(iter(known))
        return [known[name] for name in dict.fromkeys([first, *asked])] if asked else _shown(known)

    @cached_property
    def order(self) -> str:
        """The column to order by, with a minus for the other way round; the resource's own when it cannot be."""
        asked = self.words.get("sort", "")
        sortable = {column.name: column.sort for column in self.known.values() if column.sort}
        return asked if asked.lstrip("-") in sortable else self.resource.order

    @cached_property
    def asked(self) -> dict[Filter, list[str]]:
        """The filters that the address names, with their values."""
        values = {name: self.words.getlist(name) for name in self.filters}
        return {self.filters[name]: said for name, said in values.items() if any(said)}

    @cached_property
    def matching(self) -> QuerySet[Any]:
        """All that fit, in no order."""
        found = self.resource.records(self.user)
        if "archived" not in self.words:
            found = found.standing()
        for one, values in self.asked.items():
            found = found.filter(one.condition([value for value in values if value], self.reader))
        return self._with_words(found)

    def _with_words(self, found: QuerySet[Any]) -> QuerySet[Any]:
        said = self.words.get("q", "").strip()
        if not said:
            return found
        from zhike.core.search.matching import matching

        return matching(found, said)

    @cached_property
    def rows(self) -> list[Any]:
        """The stretch that the address asks for, and at most one more."""
        return list(self.ordered()[: self.size + 1])

    def ordered(self) -> QuerySet[Any]:
        """All that fit, or those after the place that the address names, in their order."""
        path, down = _path(self.resource, self.order), self.order.startswith("-")
        ordered = F(path).desc(nulls_last=True) if down else F(path).asc(nulls_last=True)
        found = self.matching.annotate(sorted_by=F(path)) if path not in ("id", "name") else self.matching
        if after := self._after():
            found = found.filter(_beyond(path, down, *after))
        by = [ordered if _nullable(self.resource, path) else f"{'-' if down else ''}{path}", "-id" if down else "id"]
        return self._light(found).order_by(*dict.fromkeys(by))

    def _light(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """Only what the columns show is read."""
        needs = {need for column in self.columns for need in column.needs}
        joins = {join for column in self.columns for join in column.joins}
        brought = {name: one for column in self.columns for name, one in column.brings(self.reader).items()}
        found = found.select_related(*joins) if joins else found
        found = found.annotate(**brought) if brought else found
        return found.only("pk", "version", "archived_at", *needs)

    @property
    def shown(self) -> list[Any]:
        return self.rows[: self.size]

    @cached_property
    def count(self) -> Count:
        """Of all that fit; nothing is asked where they are all shown."""
        if "after" not in self.words and len(self.rows) <= self.size:
            return Count(len(self.rows), True)
        return count_of(self.matching)

    @property
    def can_total(self) -> bool:
        return any(column.total for column in self.columns)

    @cached_property
    def totals(self) -> list[tuple[Column, str]]:
        """What all that fit come to under each column, when the address asks for it (`totals`): a query for each."""
        if not (self.can_total and "totals" in self.words):
            return []
        return [(one, one.total(self.matching, self.reader) if one.total else "") for one in self.columns]

    @cached_property
    def next_query(self) -> str:
        """The address's query for what follows; empty at the end."""
        if len(self.rows) <= self.size:
            return ""
        last = self.shown[-1]
        value = _told(last, _path(self.resource, self.order))
        return self.query(after=signing.dumps([value, last.pk, self.order], compress=True))

    def _after(self) -> tuple[Any, int] | None:
        try:
            value, pk, order = signing.loads(self.words.get("after", ""))
        except (signing.BadSignature, ValueError):
            return None
        return (value, pk) if order == self.order else None

    def query(self, **changes: Any) -> str:
        """The address's query with some words changed; None takes one out."""
        words = {name: values for name, values in self.words.lists() if name != "after"}
        words |= {name: value if isinstance(value, list) else [value] for name, value in changes.items()}
        return urlencode({name: said for name, said in words.items() if said != [None]}, doseq=True)


def _shown(known: dict[str, Column]) -> list[Column]:
    return [column for column in known.values() if column.shown]


def _path(resource: Resource, order: str) -> str:
    name = order.lstrip("-")
    found = resource.all_columns().get(name) if name != "id" else None
    return found.sort if found and found.sort else name


def _nullable(resource: Resource, path: str) -> bool:
    if "__" in path:
        return True
    return bool(resource.model._meta.get_field(path).null)


def _told(record: Any, path: str) -> Any:
    value = record.pk if path == "id" else record.sorted_by if hasattr(record, "sorted_by") else getattr(record, path)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _beyond(path: str, down: bool, value: Any, pk: int) -> Q:
    """Rows after (value, pk) in the order; nothing (NULL) stands last in both directions."""
    step = "lt" if down else "gt"
    if path == "id":
        return Q(**{f"id__{step}": pk})
    same = Q(**{path: value, f"id__{step}": pk})
    if value is None:
        return Q(**{f"{path}__isnull": True, f"id__{step}": pk})
    return Q(**{f"{path}__{step}e": value}) & (Q(**{f"{path}__{step}": value}) | same) | Q(**{f"{path}__isnull": True})
