"""Client messages that nobody has answered, longest first."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from zhike.core.access.request import StaffRequest
from zhike.domains.conversations.answering import bring_due
from zhike.domains.conversations.models import Conversation

SHOWN = 100


@login_required
def waiting(request: StaffRequest) -> HttpResponse:
    """Mine, or everyone's with `?all=1`."""
    found = Conversation.objects.visible_to(request.user).waiting().select_related("client", "client__owner")
    everyone = bool(request.GET.get("all"))
    shown = (
        found if everyone else found.filter(client__owner__in=[*request.user.people_below, *request.user.stands_for])
    )
    context = {
        "waiting": bring_due(shown.prefetch_related("contacts")[:SHOWN]),
        "count": shown.count(),
        "everyone": everyone,
        "now": timezone.now(),
    }
    return render(request, "console/waiting.html", context)
