"""The export page of a list, and the file once it is there."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from zhike.clients.models import Contact
from zhike.core.access.bulk import may_export
from zhike.core.jobs.models import Job
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.resources.registry import RESOURCES, by_reference
from zhike.surfaces.exchange.export import cards
from zhike.surfaces.exchange.export.files import SORTS
from zhike.surfaces.exchange.export.forms import ExportForm
from zhike.surfaces.exchange.export.leaving import Leaving, Wish
from zhike.surfaces.exchange.export.taking import KIND, file_of, name_of, start_export


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, resource: str) -> HttpResponse:
    """GET /clients/export/?…: how the list of this address shall go out. POST: write it."""
    declared = RESOURCES.get(resource)
    if declared is None or not declared.has("list"):
        raise Http404
    if not may_export(request.user):
        raise Forbidden
    query = request.META.get("QUERY_STRING", "")
    form = ExportForm(resource, request.POST or None)
    if request.method == "POST" and form.is_valid():
        job = start_export(form.wish(resource, query), form.cleaned_data["sort"], by=request.user)
        return redirect("job", job.pk)
    leaving = Leaving(Wish(resource, query), request.user)
    return render(request, "exchange/export.html", _context(leaving, form), status=422 if form.errors else 200)


@login_required
@never_cache
@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """GET /exports/7/: the file, for who made it and nobody else."""
    job = get_object_or_404(Job, pk=pk, kind=KIND, started_by=request.user)
    return served(job) or _gone(request, job)


@login_required
@never_cache
@require_safe
def card(request: HttpRequest, reference: str) -> HttpResponse:
    """GET /cards/CT-12.vcf: a person as a business card, without what we wrote about them."""
    person = by_reference(reference, request.user)
    if not isinstance(person, Contact):
        raise Http404
    told = {name: getattr(person, name) for name in ("name", "title", "phones", "emails", "wechat")}
    told["client"] = person.client.name if person.client else ""
    disposition = content_disposition_header(as_attachment=True, filename=f"{person.name}.{cards.EXTENSION}")
    return HttpResponse(
        cards.card(told), content_type=cards.MEDIA_TYPE, headers={"Content-Disposition": str(disposition)}
    )


def served(job: Job) -> FileResponse | None:
    """The file of the job, while it is kept."""
    path = file_of(job)
    if path is None:
        return None
    media_type = SORTS[job.arguments["sort"]].media_type
    return FileResponse(path.open("rb"), as_attachment=True, filename=name_of(job), content_type=media_type)


def _gone(request: HttpRequest, job: Job) -> HttpResponse:
    messages.warning(request, _("This file is not there: it is not written yet, or its time is over."))
    return redirect("job", job.pk)


def _context(leaving: Leaving, form: ExportForm) -> dict[str, Any]:
    return {
        "resource": leaving.resource,
        "form": form,
        "count": leaving.count,
        "masks": leaving.masks,
        "back": f"{leaving.resource.url()}?{leaving.query()}",
        "columns": [column.label for column in leaving.columns],
        "chips": [(one.label, one.words(said, leaving.reader)) for one, said in leaving.asked.items()],
    }
