"""How clear the words of a requirement are, said while they are typed; nothing is held back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from zhike.clients.models import Client
from zhike.core.access.request import StaffRequest
from zhike.domains.requirements.ambiguity import ambiguity
from zhike.domains.requirements.checking import checked
from zhike.domains.requirements.shown import bars, score_words

LONGEST = 4_000


@login_required
@require_POST
def clearness(request: StaffRequest) -> HttpResponse:
    """POST of the form of a requirement as it stands: the score, what causes it, and what was agreed or heard of it
    before. Saves nothing.
    """
    statement, measure = (request.POST.get(name, "")[:LONGEST] for name in ("statement", "measure"))
    found = ambiguity(statement, measure) if statement.strip() else None
    told: dict[str, Any] = {"clearness": found, "checked": checked(statement, _client(request))}
    if found:
        told |= {"bars": bars(found.score), "score_words": score_words(found.score)}
    return render(request, "requirements/typed.html", told)


def _client(request: StaffRequest) -> Any:
    """Whom the form names, if one sees it."""
    said = request.POST.get("client", "")
    return Client.objects.visible_to(request.user).filter(pk=said).first() if said.isdecimal() else None
