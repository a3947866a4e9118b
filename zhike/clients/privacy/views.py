"""What is known about a person: handed out or erased; and that it was."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from zhike.clients.models import Contact
from zhike.clients.privacy.erasing import TYPE, Known, erase
from zhike.clients.privacy.forms import EraseForm
from zhike.clients.privacy.jobs import KIND, export
from zhike.clients.privacy.models import Erasure
from zhike.clients.privacy.policies import may_erase
from zhike.clients.privacy.shown import foretold
from zhike.core.access.request import StaffRequest
from zhike.core.files import store
from zhike.core.files.serving import content
from zhike.core.jobs.models import Job
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.policies import may_administer
from zhike.core.resources.registry import by_reference, resource_of

SHOWN = 50


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def known(request: StaffRequest, reference: str) -> HttpResponse:
    """GET: what an erasure would do. POST `export` starts the export, else erases what was ticked and confirmed."""
    person: Any = by_reference(reference, request.user)
    if not isinstance(person, Contact):
        raise Http404
    if not may_erase(request.user, person):
        raise Forbidden
    if request.method == "POST" and "export" in request.POST:
        return redirect(export(person, by=request.user).get_absolute_url())
    form = EraseForm(request.POST if request.method == "POST" else None, reference=person.reference)
    if form.is_valid():
        return _erase(request, person, form)
    return _show(request, person, form, 422 if form.is_bound else 200)


def _erase(request: StaffRequest, person: Contact, form: EraseForm) -> HttpResponse:
    version = request.POST.get("version", "")
    seen = int(version) if version.isdecimal() and len(version) < 9 else None
    said = {"reason": form.cleaned_data["reason"], "ticked": request.POST.getlist("take"), "version": seen}
    try:
        erase(person, by=request.user, **said)
    except Forbidden:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
        return _show(request, person, form, 409)
    messages.success(request, _("Nothing personal is kept about this person any more."))
    return redirect(_page(person))


def _show(request: StaffRequest, person: Contact, form: EraseForm, status: int) -> HttpResponse:
    told = {"person": person, "form": form, "page": _page(person)}
    told["erased"] = Erasure.objects.filter(record_type=TYPE, record_id=person.pk).order_by("-pk").first()
    told |= foretold(Known(person), request.user)
    told["taken"] = request.POST.getlist("take") if request.method == "POST" else None
    return render(request, "privacy/known.html", told, status=status)


@login_required
@never_cache
@require_safe
def download(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The archive that one had made, while it is there."""
    job = get_object_or_404(Job.objects.filter(kind=KIND, started_by=request.user), pk=pk)
    path = store.path_of(str(job.result.get("stored") or "-"))
    if not may_erase(request.user) or not path.is_file():
        raise Http404
    response = content(request, path)
    response["Content-Type"] = "application/zip"
    response["Content-Disposition"] = content_disposition_header(True, f"CT-{job.arguments['pk']}.zip") or "attachment"
    return response


@login_required
@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    """All erasures, latest first, for administrators."""
    if not may_administer(request.user):
        raise Forbidden
    pages = Paginator(Erasure.objects.select_related("by").order_by("-pk"), SHOWN)
    return render(request, "privacy/erasures.html", {"page": pages.get_page(request.GET.get("page"))})


def _page(person: Contact) -> str:
    return resource_of(person).url("detail", person)  # type: ignore[union-attr]
