"""The list: for work, not for show."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.functional import cached_property

from zhike.core.access.bulk import may_export
from zhike.core.pages.acting import offers_of
from zhike.core.pages.listing import Listing
from zhike.core.pages.models import SavedView, views_of
from zhike.core.pages.page import ResourcePage
from zhike.core.pages.rows import rows
from zhike.core.resources.filters import Filter


class ListPage(ResourcePage):
    kind = "list"

    @cached_property
    def listing(self) -> Listing:
        return Listing(self.resource, self.request.user, self.request.GET)

    def get(self, request: HttpRequest) -> HttpResponse:
        if not request.GET and self.resource.opens_with:
            return redirect(f"{self.resource.url()}?{self.resource.opens_with}")
        more = "after" in request.GET and request.headers.get("HX-Request")
        return self.show(self.context(), "#more" if more else "")

    def context(self) -> dict[str, Any]:
        listing = self.listing
        views = [view for view in views_of(self.request.user.pk) if view.resource == self.resource.name]
        kept = [{"view": view, "current": self.is_current(view)} for view in views]
        ready = [self.ready(words, query) for words, query in self.resource.views]
        if any(one["current"] for one in kept):
            ready = [one | {"current": False} for one in ready]
        return {
            "listing": listing,
            "rows": rows(listing),
            "heads": [self.head(column) for column in listing.columns],
            "chips": [self.chip(one, said) for one, said in listing.asked.items()],
            "filters_url": f"{self.resource.url('filters')}?{listing.query()}",
            "bulk_url": self.resource.url("bulk"),
            "ready": ready,
            "views": kept,
            "bulk_fields": self.bulk_fields(),
            "bulk_steps": [step for name, step in self.resource.steps.items() if name in self.resource.bulk],
            "may_add": self.resource.has("add") and self.resource.model.may_add(self.request.user, None),
            "may_export": may_export(self.request.user),
            "totals_query": listing.query(totals=None if listing.totals else "1"),
            "all_columns": listing.known.values(),
        }

    def bulk_fields(self) -> list[tuple[str, Any]]:
        """Name and label of the fields that can be set on many records at once."""
        labels = {name: column.label for name, column in self.listing.known.items()}
        own = [(name, labels.get(name, name)) for name in self.resource.bulk if name not in self.resource.steps]
        offered = offers_of(self.resource).values()
        return own + [(one.name, one.label) for one in offered if one.field(self.request.user)]

    def head(self, column: Any) -> dict[str, Any]:
        """A column's head: where a press sorts, and how it is sorted now."""
        now = self.listing.order
        sorted_by = column.name == now.lstrip("-")
        turned = f"-{column.name}" if now == column.name else column.name
        return {
            "column": column,
            "url": f"?{self.listing.query(sort=turned)}" if column.sort else "",
            "aria": ("descending" if now.startswith("-") else "ascending") if sorted_by else "",
        }

    def chip(self, one: Filter, said: list[str]) -> dict[str, Any]:
        """A filter that is on: its words, where to change it, the query without it."""
        without = self.listing.query(**{one.name: None})
        choose = f"{self.resource.url('filters')}?{self.listing.query(only=one.name)}"
        return {"filter": one, "words": one.words(said, self.listing.reader), "choose": choose, "remove": f"?{without}"}

    def ready(self, words: Any, query: str) -> dict[str, Any]:
        """A view that comes with the resource."""
        mine = {key: values for key, values in self.request.GET.lists() if key != "after"}
        return {"words": words, "query": query, "current": mine == dict(QueryDict(query).lists())}

    def is_current(self, view: SavedView) -> bool:
        mine = {key: values for key, values in self.request.GET.lists() if key != "after"}
        return mine == view.words
