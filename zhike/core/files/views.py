"""Files in and out. What one may not see is not found, of records and of files alike."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files import File
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhike.core.files.answers import answer, as_json, plain, wants_json, wants_page
from zhike.core.files.errors import FileRefused
from zhike.core.files.models import Attachment
from zhike.core.files.serving import hand_over
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.pages.panel import after, seen_record, show
from zhike.core.resources.registry import resource_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def on_record(request: HttpRequest, reference: str) -> HttpResponse:
    """GET /files/on/CL-12/: the record's files. POST: one or more (`file`) to add."""
    record = seen_record(request, reference)
    if isinstance(record, Attachment):
        raise Http404
    if request.method == "POST":
        return _take_in(request, record, back=_page_of(record))
    files = list(Attachment.objects.on(record))
    if wants_json(request):
        return JsonResponse({"files": [as_json(file) for file in files]})
    return show(request, "files", panel_of(record, files, request.user))


@login_required
@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """POST /files/draft/: files of a record that is still being written."""
    return _take_in(request, None, back="/")


@login_required
@require_safe
def content(request: HttpRequest, reference: str, name: str) -> HttpResponseBase:
    """GET /files/FL-3/offer.pdf: the content. The name is for people; the reference decides."""
    try:
        return hand_over(request, _seen(request, reference))
    except FileNotFoundError:
        raise Http404 from None


@login_required
@require_POST
def archive(request: HttpRequest, reference: str) -> HttpResponse:
    """POST /files/FL-3/archive/: put away, with undo."""
    return _step(request, _seen(request, reference), "archive")


@login_required
@require_POST
def restore(request: HttpRequest, reference: str) -> HttpResponse:
    """POST /files/FL-3/restore/: bring back."""
    return _step(request, _seen(request, reference), "restore")


def panel_of(record: Any, files: list[Attachment], user: Any) -> dict[str, Any]:
    """The context of `files/panel.html`."""
    url = reverse("files_on", args=[record.reference])
    return {"record": record, "files": files, "may_attach": Attachment.may_add(user, record), "url": url, "back": url}


def _take_in(request: HttpRequest, record: models.Model | None, back: str) -> HttpResponse:
    if not Attachment.may_add(request.user, record):
        return _forbidden(request)
    taken: list[Attachment] = []
    refused: list[FileRefused] = []
    uploads: list[File | None] = [*request.FILES.getlist("file")] or [None]
    for upload in uploads:
        try:
            taken.append(_attach(upload, record, request.user))
        except FileRefused as refusal:
            refused.append(refusal)
    return answer(request, taken, refused, back)


def _attach(upload: File | None, record: models.Model | None, user: Any) -> Attachment:
    if upload is None:
        raise FileRefused("", _("No file came. Choose one first."))
    return Attachment.objects.attach(upload, by=user, to=record)


def _step(request: HttpRequest, file: Attachment, name: str) -> HttpResponse:
    if not Attachment.may_amend(request.user, file):
        return _forbidden(request)
    try:
        event = getattr(file, name)(by=request.user)
    except WrongState:
        file.refresh_from_db()
    else:
        if wants_page(request):
            words = _("Archived %(name)s.") if file.archived_at else _("Brought %(name)s back.")
            messages.success(request, words % {"name": file.name}, extra_tags=undo_values([event]))
    if back := after(request, _page_of(file.record_seen_by(request.user))):
        return back
    return render(request, "files/rows.html", {"files": [file]})


def _forbidden(request: HttpRequest) -> HttpResponse:
    if wants_page(request):
        raise Forbidden
    return plain([Forbidden()], 403)


def _seen(request: HttpRequest, reference: str) -> Attachment:
    file = Attachment.objects.visible_to(request.user).by_reference(reference).select_related("created_by").first()
    if file is None:
        raise Http404
    return file


def _page_of(record: Any) -> str:
    resource = resource_of(record) if record else None
    return resource.url("detail", record) if resource else "/"
