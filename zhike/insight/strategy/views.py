"""The way to what is in force, and two editions side by side."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhike.insight.strategy.differing import changes
from zhike.insight.strategy.models import Strategy


@login_required
@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """GET /strategy/: the edition in force, else all that there are."""
    found = Strategy.objects.visible_to(request.user).in_force()
    return HttpResponseRedirect(
        reverse("strategies:detail", args=[found.reference]) if found else reverse("strategies:list")
    )


@login_required
@require_safe
def against(request: HttpRequest, reference: str) -> HttpResponse:
    """GET /strategy/SY-2/changes/?against=SY-1: what changed from the earlier to the later."""
    seen = Strategy.objects.visible_to(request.user)
    both = [one for said in (reference, request.GET.get("against", "")) if (one := seen.by_reference(said).first())]
    if len(both) != 2:
        raise Http404
    before, after = sorted(both, key=lambda one: one.number)
    context = {"before": before, "after": after, "changes": changes(before, after)}
    return render(request, "strategies/against.html", context)
