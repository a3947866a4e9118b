"""Addresses of every resource's pages: a namespace per resource."""

from django.urls import URLPattern, URLResolver, include, path

from zhike.core.history.undo import undo
from zhike.core.pages import views
from zhike.core.pages.board import BoardPage
from zhike.core.pages.bulk import BulkPage
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.filters import FiltersPage
from zhike.core.pages.form import CellPage, FormPage
from zhike.core.pages.list import ListPage
from zhike.core.pages.page import ResourcePage
from zhike.core.pages.step import StepPage
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource

PAGES: dict[str, tuple[str, type[ResourcePage]]] = {
    "list": ("", ListPage),
    "add": ("new/", FormPage),
    "board": ("board/", BoardPage),
    "bulk": ("bulk/", BulkPage),
    "filters": ("filters/", FiltersPage),
    "detail": ("<str:reference>/", DetailPage),
    "edit": ("<str:reference>/edit/", FormPage),
    "cell": ("<str:reference>/cell/<str:column>", CellPage),
    "step": ("<str:reference>/step/<str:step>/", StepPage),
}


def pages_of(resource: Resource) -> list[URLPattern]:
    """The generated pages, each replaced by the resource's own where it brings one."""
    return [
        path(route, _page(resource, name, page).as_view(resource=resource), name=name)
        for name, (route, page) in PAGES.items()
        if resource.has(name)
    ]


def _page(resource: Resource, name: str, generated: type[ResourcePage]) -> type[ResourcePage]:
    return resource.pages.get(name) or generated


def _resource(resource: Resource) -> URLResolver:
    own = [
        path("views/", views.keep, {"resource": resource.name}, name="keep_view"),
        path("views/<int:pk>/forget/", views.forget, {"resource": resource.name}, name="forget_view"),
    ]
    return path(f"{resource.name}/", include((own + pages_of(resource), resource.name)))


urlpatterns = [path("undo/", undo, name="undo"), *(_resource(resource) for resource in RESOURCES.values())]
