"""Addresses of the API. Names of resources come first, so that none can be called `me` or `search`."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import path, register_converter

from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.api import beside, bulk, documents, exporting, readings, records, reference
from zhike.surfaces.api.endpoint import Endpoint, Nowhere

register_converter(readings.ReadingName, "reading")

app_name = "api"
PLACES: tuple[tuple[str, str, type[Endpoint]], ...] = (
    ("v1/<str:name>", "collection", records.Collection),
    ("v1/<str:name>/bulk", "bulk", bulk.Bulk),
    ("v1/<str:name>/export", "export", exporting.Export),
    ("v1/<str:name>/<str:reference>", "one", records.One),
    ("v1/<str:name>/<str:reference>/timeline", "timeline", beside.Timeline),
    ("v1/<str:name>/<str:reference>/files", "files", beside.Files),
    ("v1/<str:name>/<str:reference>/documents/<str:document>", "document", documents.OneDocument),
    ("v1/<str:name>/<str:reference>/<reading:reading>", "reading", readings.OneReading),
    ("v1/<str:name>/<str:reference>/<str:step>", "step", records.StepOn),
)


def _at(endpoint: type[Endpoint]) -> Callable[..., HttpResponseBase]:
    """The endpoint of the resource that the address names."""
    views = {name: endpoint.as_view(resource=resource) for name, resource in RESOURCES.items()}
    nowhere = Nowhere.as_view()

    def view(request: HttpRequest, name: str, **more: Any) -> HttpResponseBase:
        return views.get(name, nowhere)(request, **more)

    view.csrf_exempt = True  # type: ignore[attr-defined]
    return view


urlpatterns = [
    path("", reference.page, name="reference"),
    path("problems", reference.problems, name="problems"),
    path("v1/openapi.json", reference.openapi, name="openapi"),
    path("v1/me", beside.Me.as_view(), name="me"),
    path("v1/search", beside.Search.as_view(), name="search"),
    path("v1/exports/<int:pk>", exporting.State.as_view(), name="export_state"),
    path("v1/exports/<int:pk>/file", exporting.File.as_view(), name="export_file"),
    path("v1/files/<str:reference>/content", beside.Content.as_view(), name="content"),
    *(path(route, _at(endpoint), name=name) for route, name, endpoint in PLACES),
    path("v1/<path:anything>", Nowhere.as_view()),
]
