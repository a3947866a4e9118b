"""What became of ideas; and the hours for trying them."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_GET, require_http_methods

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_lead
from zhike.domains.ideas.budget import first_of_next, quarter_of, set_budget
from zhike.domains.ideas.models import Idea, TrialBudget
from zhike.domains.ideas.rates import FEW, credits, rates


class BudgetForm(forms.ModelForm):
    class Meta:
        model = TrialBudget
        fields = ("hours",)


@login_required
@require_http_methods(["GET", "POST"])
def trial_budget(request: StaffRequest) -> HttpResponse:
    """GET and POST /settings/trials/: how many hours a quarter there are for trials."""
    if not may_lead(request.user):
        raise Forbidden
    form = BudgetForm(request.POST or None, instance=TrialBudget.objects.ruling())
    if request.method == "POST" and form.is_valid():
        set_budget(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("settings_trials")
    told = {"form": form, "quarter": quarter_of(timezone.localdate())}
    return render(request, "ideas/budget.html", told, status=422 if form.errors else 200)


@login_required
@require_GET
def outcomes(request: StaffRequest) -> HttpResponse:
    """GET /idea-outcomes/: how odd ideas did against ordinary ones, who brought what was kept, what trials may take."""
    seen, today = Idea.objects.visible_to(request.user), timezone.localdate()
    quarter = quarter_of(today)
    told: dict[str, Any] = {
        "rates": [(one, _kind(one.odd), f"odd={'odd' if one.odd else 'ordinary'}") for one in rates(seen)],
        "few": FEW, "credits": credits(seen), "list_url": reverse("ideas:list"), "quarter": quarter,
        "trials": f"trial_from={quarter.first}..{first_of_next(today) - timedelta(days=1)}",
        "may_set": may_lead(request.user),
    }  # fmt: skip
    return render(request, "ideas/outcomes.html", told)


def _kind(odd: bool) -> str:
    return pgettext("ideas", "Odd") if odd else pgettext("ideas", "Ordinary")
