"""The form in which a list's filters are chosen: asked for when its menu opens."""

from django.http import HttpRequest, HttpResponse

from zhike.core.pages.page import ResourcePage
from zhike.core.resources.reader import Reader


class FiltersPage(ResourcePage):
    """GET with the list's query; `only` narrows to one filter."""

    kind = "filters"

    def get(self, request: HttpRequest) -> HttpResponse:
        reader, known, only = Reader(request.user), self.resource.all_filters(), request.GET.get("only")
        wanted = [known[only]] if only in known else list(known.values())
        shown = [(one, one.options(reader), request.GET.getlist(one.name)) for one in wanted]
        names = {one.name for one in wanted} | {"after", "only"}
        kept = [(name, one) for name, said in request.GET.lists() if name not in names for one in said]
        part = "#form" if request.headers.get("HX-Request") else ""
        return self.show({"filters": shown, "kept": kept}, part)
