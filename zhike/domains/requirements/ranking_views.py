"""Choosing how requirements are ranked: for a project, and for all the others."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.domains.projects.models import Project
from zhike.domains.requirements.choices import Criterion
from zhike.domains.requirements.models import Ranking
from zhike.domains.requirements.ranking import may_set, set_ranking

HEAVIEST = 10


class RankingForm(forms.ModelForm):
    class Meta:
        model = Ranking
        fields = ("method", *Criterion.values)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in Criterion.values:
            field: Any = self.fields[name]
            self.fields[name] = forms.IntegerField(label=field.label, min_value=0, max_value=HEAVIEST)
        self.fields[Criterion.values[0]].help_text = gettext("Weights from 0 to 10, for weighted marks only.")


@login_required
@require_http_methods(["GET", "POST"])
def ranking(request: StaffRequest, reference: str = "") -> HttpResponse:
    """GET and POST /projects/PJ-3/ranking/, and /settings/ranking/ for all projects without one of their own."""
    project = None
    if reference:
        project = get_object_or_404(Project.objects.visible_to(request.user).by_reference(reference))
    if not may_set(request.user, project):
        raise Forbidden
    form = RankingForm(request.POST or None, instance=Ranking.objects.ruling(project and project.pk))
    if request.method == "POST" and form.is_valid():
        set_ranking(by=request.user, project=project, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("projects:detail", project.reference) if project else redirect("settings_ranking")
    told = {"form": form, "project": project}
    return render(request, "requirements/ranking.html", told, status=422 if form.errors else 200)
