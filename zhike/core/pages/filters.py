"""The form in which a list's filters are chosen: asked for when its menu opens."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from zhike.core.pages.page import ResourcePage
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader


class FiltersPage(ResourcePage):
    """GET with the list's query; `only` narrows to one filter."""

    kind = "filters"

    def get(self, request: HttpRequest) -> HttpResponse:
        reader, known, only = Reader(request.user), self.resource.all_filters(), request.GET.get("only")
        wanted = [known[only]] if only in known else list(known.values())
        shown = [_asked(one, request.GET.getlist(one.name), reader) for one in wanted]
        names = {one.name for one in wanted} | {"after", "only"}
        kept = [(name, one) for name, said in request.GET.lists() if name not in names for one in said]
        part = "#form" if request.headers.get("HX-Request") else ""
        return self.show({"filters": shown, "kept": kept}, part)


def _asked(one: Filter, values: list[str], reader: Reader) -> tuple[Filter, Sequence[tuple[str, str]], list[str]]:
    """What is offered; where there is a choice, also what the address says beyond it, so that it is not lost."""
    offered = one.options(reader)
    beyond = [(value, one.words([value], reader)) for value in values if value and value not in dict(offered)]
    return one, [*beyond, *offered] if offered else offered, values
