"""The open door, and what the staff does with links."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.links.door import visit
from zhike.core.links.models import Link
from zhike.core.links.purposes import PURPOSES
from zhike.core.pages.panel import seen_record
from zhike.core.resources.registry import find_record, resource_of


@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """GET or POST /l/<token>: without log-in. The address is a secret: nobody is told it, nothing keeps the page."""
    answer = visit(request, token)
    answer["Referrer-Policy"] = "same-origin"  # none to others; with "no-referrer" browsers hide where a form is from
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer["Cache-Control"] = "private, no-store"
    return answer


@login_required
@require_POST
def issue(request: HttpRequest, reference: str, purpose: str) -> HttpResponse:
    """POST /links/on/FL-3/files.share/: make a link; the only page that ever shows its address."""
    record, declared = seen_record(request, reference), PURPOSES.get(purpose)
    if declared is None or declared.record_type != record._meta.label_lower:
        raise Http404
    contact = record if hasattr(record, "form_of_address") else None
    link, address = Link.objects.issue(purpose, record, by=request.user, for_contact=contact)
    resource = resource_of(record)
    told = {
        "link": link,
        "address": address,
        "record": record,
        "back": resource.url("detail", record) if resource else "/",
    }
    answer = render(request, "links/issued.html", told)
    answer["Cache-Control"] = "no-store"
    return answer


@login_required
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """POST /links/7/revoke/. A link is seen with its record."""
    link = Link.objects.filter(pk=pk).first()
    record: Any = find_record(link.record_type, link.record_id, request.user) if link else None
    if link is None or record is None:
        raise Http404
    try:
        link.revoke(by=request.user)
        messages.success(request, _("Revoked. The link opens nothing any more."))
    except Forbidden:
        raise
    except WrongState:
        pass
    resource = resource_of(record)
    return HttpResponseRedirect(way_back(request, resource.url("detail", record) if resource else "/"))
