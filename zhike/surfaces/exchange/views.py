"""The import pages: bring a file, match its columns, see what it would do, import it, mend what was not taken."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.surfaces.exchange.checklist import checklist_lines
from zhike.surfaces.exchange.forms import MatchForm, ReadingForm, UploadForm
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.opening import (
    choose_key,
    choose_perhaps,
    choose_region,
    choose_to_create_clients,
    open_file,
    rematch,
    reread,
    targets_for,
)
from zhike.surfaces.exchange.rejects import reject_lines
from zhike.surfaces.exchange.saved import save_match
from zhike.surfaces.exchange.shown import told
from zhike.surfaces.exchange.starting import may_be_matched, start_check, start_import, start_undo

LATEST = 10
PAGE = 50


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, resource: str) -> HttpResponse:
    """GET /clients/import/: choose a file. POST: keep it and go on to its match."""
    declared = _declared(resource, request.user)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            of = open_file(_path(file), file.name, resource=resource, by=request.user)
            return HttpResponseRedirect(_url("import", of))
        except ValidationError as error:
            form.add_error("file", error)
    before = Import.objects.visible_to(request.user).filter(resource=resource).order_by("-pk")[:LATEST]
    context = {"form": form, "resource": declared, "before": before}
    return render(request, "exchange/begin.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_safe
def show(request: HttpRequest, resource: str, pk: int) -> HttpResponse:
    """GET /clients/import/7/: how far it is, and what there is to decide."""
    return render(request, "exchange/import.html", told(_seen(request, resource, pk), request.user))


@login_required
@never_cache
@require_safe
def part(request: HttpRequest, resource: str, pk: int) -> HttpResponse:
    """GET /clients/import/7/part/: what of the page changes while a worker is at it."""
    return render(request, "exchange/body.html", told(_seen(request, resource, pk), request.user))


@login_required
@require_POST
def read(request: HttpRequest, resource: str, pk: int) -> HttpResponse:
    """POST /clients/import/7/read/: read the file as the person says it is written."""
    of = _seen(request, resource, pk)
    form = ReadingForm(of, request.POST)
    if not may_be_matched(of):
        return HttpResponseRedirect(_url("import", of))
    if form.is_valid():
        try:
            reread(of, **form.told(of))
            return HttpResponseRedirect(_url("import", of))
        except ValidationError as error:
            form.add_error(None, error)
            of.refresh_from_db()
    return render(request, "exchange/import.html", told(of, request.user, reading=form), status=422)


@login_required
@require_POST
def match(request: HttpRequest, resource: str, pk: int) -> HttpResponse:
    """POST /clients/import/7/match/: take the match as chosen, then check the file or, told `go`, import it."""
    of = _seen(request, resource, pk)
    form = MatchForm(of, targets_for(of), request.POST)
    if not may_be_matched(of):
        return HttpResponseRedirect(_url("import", of))
    if form.is_valid():
        try:
            _choose(of, form)
            (start_import if "go" in request.POST else start_check)(of, by=request.user)
            return HttpResponseRedirect(_url("import", of))
        except ValidationError as error:
            form.add_error(None, error)
    return render(request, "exchange/import.html", told(of, request.user, form), status=422)


@login_required
@require_POST
def go_on(request: HttpRequest, resource: str, pk: int) -> HttpResponse:
    """POST /clients/import/7/go-on/: import from where it stopped."""
    of = start_import(_seen(request, resource, pk), by=request.user)
    return HttpResponseRedirect(_url("import", of))


@login_required
@require_POST
def undo(request: HttpRequest, resource: str, pk: int) -> HttpResponse:
    """POST /clients/import/7/undo/: take back what it did, or go on taking it back."""
    of = _seen(request, resource, pk)
    try:
        start_undo(of, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(_url("import", of))


@login_required
@never_cache
@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """GET /imports/: every import that this person sees, the latest first; ?of=clients narrows, ?page=2 goes on."""
    kinds = [one for one in RESOURCES.values() if one.importable]
    seen = Import.objects.visible_to(request.user).select_related("created_by").order_by("-pk")
    chosen = next((one for one in kinds if one.name == request.GET.get("of")), None)
    page = Paginator(seen.filter(resource=chosen.name) if chosen else seen, PAGE).get_page(request.GET.get("page"))
    return render(request, "exchange/list.html", {"page": page, "kinds": kinds, "chosen": chosen})


@login_required
@require_safe
def rejects(request: HttpRequest, resource: str, pk: int) -> HttpResponseBase:
    """GET /clients/import/7/rejects.csv: the rows not taken, with the reasons."""
    of = _seen(request, resource, pk)
    return _file(f"{Path(of.name).stem}.rejects.csv", reject_lines(of))


@login_required
@require_safe
def report(request: HttpRequest, resource: str, pk: int) -> HttpResponseBase:
    """GET /clients/import/7/report.csv: what was found, thing by thing, with how to mend it."""
    of = _seen(request, resource, pk)
    return _file(f"{Path(of.name).stem}.report.csv", checklist_lines(of))


def _file(name: str, said: Iterable[str]) -> HttpResponseBase:
    lines = (line.encode() for line in ("\ufeff", *said))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = _attachment(name)
    return response


def _choose(of: Import, form: MatchForm) -> None:
    rematch(of, form.chosen)
    choose_key(of, form.cleaned_data["key"])
    choose_to_create_clients(of, bool(form.cleaned_data.get("creates_clients")))
    choose_perhaps(of, form.cleaned_data.get("perhaps") or of.perhaps)
    choose_region(of, form.cleaned_data["region"])
    if name := form.cleaned_data["save_as"].strip():
        save_match(of, name, by=of.created_by)


def _declared(resource: str, user: Any) -> Resource:
    declared = RESOURCES.get(resource)
    if declared is None or not declared.importable:
        raise Http404
    if not declared.model.may_add(user, None):
        raise Forbidden
    return declared


def _seen(request: HttpRequest, resource: str, pk: int) -> Import:
    _declared(resource, request.user)
    return get_object_or_404(Import.objects.visible_to(request.user), resource=resource, pk=pk)


def _path(file: Any) -> Path:
    """Where the upload lies; one kept in memory is written out."""
    if hasattr(file, "temporary_file_path"):
        return Path(file.temporary_file_path())
    from django.core.files.uploadedfile import TemporaryUploadedFile

    written = TemporaryUploadedFile(file.name, file.content_type, file.size, None)
    for chunk in file.chunks():
        written.write(chunk)
    written.flush()
    file.kept = written
    return Path(written.temporary_file_path())


def _attachment(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(True, name) or "attachment"


def _url(page: str, of: Import) -> str:
    return reverse(f"exchange:{page}", args=[of.resource, of.pk])
