"""Comparing two segments."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhike.clients.segments.comparing import CompareForm, overlap
from zhike.core.access.request import StaffRequest


@login_required
@require_safe
def compare(request: StaffRequest) -> HttpResponse:
    """GET /compare-segments/?a=1&b=2: how many are in both; with one of them alone, asks for the other."""
    form = CompareForm(request.GET if "b" in request.GET else None, initial=request.GET.dict(), by=request.user)
    found = overlap(form.cleaned_data["a"], form.cleaned_data["b"], request.user) if form.is_valid() else None
    return render(request, "segments/compare.html", {"form": form, "overlap": found})
