"""Asking for a project after another one, and making it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.domains.projects.cloning.forms import CloneForm
from zhike.domains.projects.cloning.making import clone
from zhike.domains.projects.models import Project


@login_required
@require_http_methods(["GET", "POST"])
def clone_project(request: StaffRequest, reference: str) -> HttpResponse:
    """GET asks for name, client and first day; POST makes it and goes there."""
    project = get_object_or_404(Project.objects.visible_to(request.user).by_reference(reference))
    if not Project.may_add(request.user, None):
        raise Forbidden
    form = CloneForm(request.POST or None, record=project, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            made = clone(project, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Made after %(reference)s, as a draft.") % {"reference": project.reference})
            return redirect("projects:detail", made.reference)
    return render(request, "cloning/ask.html", {"record": project, "form": form}, status=422 if form.errors else 200)
