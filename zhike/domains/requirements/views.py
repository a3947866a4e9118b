"""How clear the words of a requirement are, said while they are typed; nothing is held back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from zhike.domains.requirements.ambiguity import ambiguity
from zhike.domains.requirements.shown import bars, score_words

LONGEST = 4_000


@login_required
@require_POST
def clearness(request: HttpRequest) -> HttpResponse:
    """POST of the form of a requirement as it stands: the score and what causes it. Saves nothing."""
    statement, measure = (request.POST.get(name, "")[:LONGEST] for name in ("statement", "measure"))
    found = ambiguity(statement, measure) if statement.strip() else None
    told: dict[str, Any] = {"clearness": found}
    if found:
        told |= {"bars": bars(found.score), "score_words": score_words(found.score)}
    return render(request, "requirements/clearness.html", told)
