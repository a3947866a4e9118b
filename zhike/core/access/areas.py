"""Areas that a company can switch off: closed to everybody, with all that is in them kept.

An area is declared once, in the `area.py` of its package; its pages, addresses of the API, parts, places of the sidebar
and answers of the palette are found by where their code stands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.functional import Promise

from zhike.core.access.preferences import company


@dataclass(frozen=True)
class Area:
    name: str
    label: str | Promise
    text: str | Promise
    package: str


AREAS: dict[str, Area] = {}


def declare_area(name: str, label: str | Promise, text: str | Promise, *, package: str) -> Area:
    """`package` is the area's own, such as zhike.clients.plans: what stands in it belongs to it."""
    AREAS[name] = Area(name, label, text, package)
    return AREAS[name]


def is_off(module: str) -> bool:
    """Whether the code of this name belongs to an area that is switched off. Of other code nothing is asked."""
    area = area_of(module)
    return area is not None and area.name in company().areas_off


@cache
def area_of(module: str) -> Area | None:
    """The area in whose package the module stands."""
    return next((one for one in AREAS.values() if f"{module}.".startswith(f"{one.package}.")), None)


def area_is_on(name: str) -> bool:
    """For templates that name an area."""
    return name not in company().areas_off


def module_of(view: Any) -> str:
    """Where what a view shows stands: its resource's records, else its own code."""
    resource = getattr(view, "view_initkwargs", {}).get("resource")
    return str(resource.model.__module__ if resource else view.__module__)


def leads_nowhere(url: str) -> bool:
    """Whether the page at this address is closed."""
    return is_off(_module_at(url.partition("?")[0]))


@lru_cache(maxsize=500)
def _module_at(path: str) -> str:
    try:
        return module_of(resolve(path).func)
    except Resolver404:
        return ""


def close_areas(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: what is switched off is not found."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if is_off(module_of(view)):
            raise Http404

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware
