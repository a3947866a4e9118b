"""Bringing in a plan: the file, what would become of it, and then all at once."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zhike.core.access.request import StaffRequest
from zhike.core.files.models import Attachment
from zhike.core.files.store import path_of
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.resources.reader import Reader
from zhike.domains.projects.bringing.making import colleagues, make
from zhike.domains.projects.bringing.reading import PlanRefused, read
from zhike.domains.projects.models import Project, Task

SHOWN = 12


class PlanFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput(attrs={"accept": ".xml,.csv,text/xml,text/csv"}),
        help_text=gettext_lazy(
            "XML saved by Microsoft Project, or a CSV export of Jira or PingCode. It stays with the project."
        ),
    )

    def clean_file(self) -> Any:
        """What can be read as a plan; the file is at its beginning again."""
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(_("The file is larger than this installation takes."))
        try:
            read(file.read())
        except PlanRefused as refused:
            raise ValidationError(str(refused)) from None
        file.seek(0)
        return file


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest, reference: str) -> HttpResponse:
    """GET asks for the file; POST puts it with the project and shows what it would do."""
    project = _open(request, reference)
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            file = Attachment.objects.attach(form.cleaned_data["file"], by=request.user, to=project)
            return redirect("plan_from_file_preview", project.reference, file.reference)
        except Forbidden:
            raise
        except Refused as refused:
            form.add_error("file", str(refused))
    return render(request, "bringing/begin.html", {"record": project, "form": form}, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def preview(request: StaffRequest, reference: str, file: str) -> HttpResponse:
    """GET shows what is kept and what is not; POST makes it."""
    project = _open(request, reference)
    kept = get_object_or_404(Attachment.objects.on(project).by_reference(file))
    try:
        draft = read(path_of(kept.stored).read_bytes())
        if request.method == "POST":
            made = make(draft, project, by=request.user)
            said = _("Made: %(tasks)d tasks, %(milestones)d milestones, %(phases)d phases, %(follows)d links.")
            messages.success(request, said % vars(made))
            return redirect("projects:detail", project.reference)
    except Forbidden:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("plan_from_file", project.reference)
    staff = colleagues(draft)
    people = [(name, staff.get(key)) for key, name, _mail in draft.people]
    told = {
        "record": project, "file": kept, "draft": draft, "people": people, "reader": Reader(request.user),
        "shown": draft.tasks[:SHOWN], "more": max(len(draft.tasks) - SHOWN, 0),
        "there": project.tasks.standing().count(),
    }  # fmt: skip
    return render(request, "bringing/preview.html", told)


def _open(request: StaffRequest, reference: str) -> Any:
    seen = Project.objects.visible_to(request.user).standing().filter(ended_on=None)
    project = get_object_or_404(seen.by_reference(reference))
    if not Task.may_add(request.user, None):
        raise Forbidden
    return project
