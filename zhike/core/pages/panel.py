"""A panel: a part of a record's page, such as its to-dos, which also stands alone under an address of its own."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from zhike.core.base.way_back import way_back
from zhike.core.resources.registry import by_reference, resource_of


def seen_record(request: HttpRequest, reference: str) -> Any:
    """The record called so, if the reader sees it; else 404."""
    record = by_reference(reference, request.user)
    if record is None:
        raise Http404
    return record


def show(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """`<name>/panel.html` for htmx, else `<name>/page.html` around it."""
    template = "panel" if request.headers.get("HX-Request") else "page"
    return render(request, f"{name}/{template}.html", context | {"record_url": _home(context["record"])}, status=status)


def _home(record: Any) -> str:
    resource = resource_of(record)
    return resource.url("detail", record) if resource else ""


def after(request: HttpRequest, otherwise: str) -> HttpResponse | None:
    """Where to go when a panel was changed by a plain form; None for htmx, which takes the new panel."""
    if request.headers.get("HX-Request"):
        return None
    return HttpResponseRedirect(way_back(request, otherwise))
