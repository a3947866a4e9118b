"""What an upload is answered with: JSON, a part of a page, or (without script) the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from zhike.core.files.errors import FileRefused
from zhike.core.files.models import Attachment
from zhike.core.pages.panel import after


def answer(request: HttpRequest, taken: list[Attachment], refused: list[FileRefused], back: str) -> HttpResponse:
    """201 when anything was taken in, else 422 with the sentences."""
    status = 201 if taken else 422
    if wants_json(request):
        told = {"files": [as_json(file) for file in taken], "refused": [_why(one) for one in refused]}
        return JsonResponse(told, status=status)
    if wants_page(request):
        return _way_back(request, taken, refused, back)
    if not taken:
        return plain(refused, status)
    return render(request, "files/rows.html", {"files": taken, "refused": refused}, status=status)


def as_json(file: Attachment) -> dict[str, Any]:
    told = {name: getattr(file, name) for name in ("reference", "name", "size", "content_type", "sha256")}
    return told | {"url": file.get_absolute_url()}


def plain(refused: list[FileRefused] | list[Any], status: int) -> HttpResponse:
    """Sentences as they are: scripts show them beside the file."""
    words = "\n".join(str(one) for one in refused)
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")


def wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def wants_page(request: HttpRequest) -> bool:
    """A browser that goes to the answer, rather than a script that puts it somewhere."""
    return not (request.headers.get("HX-Request") or wants_json(request))


def _way_back(request: HttpRequest, taken: list[Attachment], refused: list[FileRefused], back: str) -> HttpResponse:
    for one in refused:
        messages.error(request, str(one))
    if taken:
        words = ngettext("%(count)d file is in.", "%(count)d files are in.", len(taken))
        messages.success(request, words % {"count": len(taken)})
    return after(request, back) or HttpResponseRedirect(back)


def _why(refused: FileRefused) -> dict[str, str]:
    return {"name": refused.name, "reason": str(refused)}
