"""The matrix of a project, and telling the client."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import HiddenInput
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from zhike.clients.models import Contact
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.transition import steps_of
from zhike.core.resources.reader import Reader
from zhike.domains.projects.models import Project
from zhike.domains.projects.risks.choices import Impact
from zhike.domains.projects.risks.drafting import draft
from zhike.domains.projects.risks.errors import NoOption
from zhike.domains.projects.risks.matrix import matrix
from zhike.domains.projects.risks.models import Risk
from zhike.domains.projects.risks.shown import rating_badge, state_badge
from zhike.domains.projects.risks.steps import TellForm


@login_required
@require_GET
def project_risks(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /projects/PJ-1/risks/: those alive in the matrix, then all that are over."""
    seen = Project.objects.visible_to(request.user).select_related("client")
    project = get_object_or_404(seen.by_reference(reference))
    found = list(project.risks.standing().select_related("owner").order_by("-score", "due_on", "pk"))
    alive = [one for one in found if one.is_alive]
    told = {
        "record": project, "reader": Reader(request.user), "rows": matrix(alive), "impacts": list(Impact),
        "groups": [(True, _lines(alive)), (False, _lines([one for one in found if not one.is_alive]))],
        "any": bool(found), "may_add": project.archived_at is None and Risk.may_add(request.user, None),
    }  # fmt: skip
    return render(request, "risks/matrix.html", told)


def _lines(risks: list[Any]) -> list[Any]:
    return [(one, rating_badge(one), state_badge(one)) for one in risks]


@login_required
@require_http_methods(["GET", "POST"])
def tell_client(request: StaffRequest, reference: str) -> HttpResponse:
    """GET drafts what is said, for `?contact=`; POST tells it."""
    risk = get_object_or_404(Risk.objects.visible_to(request.user).by_reference(reference))
    if not Risk.may_amend(request.user, risk):
        raise Forbidden
    people = list(Contact.objects.of_client(risk.client_id).standing().order_by("name"))
    asked = request.POST.get("contact") or request.GET.get("contact", "")
    contact = next((one for one in people if str(one.pk) == asked), people[0] if people else None)
    form = TellForm(request.POST or None, record=risk, by=request.user, initial=_drafted(risk, contact))
    form.fields["contact"].widget = HiddenInput()
    if request.method == "POST" and form.is_valid():
        try:
            risk.tell(by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{steps_of(Risk)['tell'].label}: {risk}")
            return redirect("risks:detail", risk.reference)
    missing = "" if risk.options.exists() else str(NoOption())
    told = {"risk": risk, "form": form, "refused": missing, "people": people, "contact": contact}
    return render(request, "risks/tell.html", told, status=422 if form.errors else 200)


def _drafted(risk: Any, contact: Any) -> dict[str, Any]:
    if contact is None:
        return {}
    channel = contact.preferred_channel or ("mail" if contact.emails else "")
    return {"contact": contact.pk, "channel": channel} | draft(risk, list(risk.options.all()), contact)
