"""What the words of an entry leave open, said while they are typed; nothing is held back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from zhike.agreements.agreed_page import asked_day
from zhike.agreements.reasonable import concerns
from zhike.agreements.words.differences import differences
from zhike.agreements.words.unclear import unclear_in
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest

LONGEST, MOST = 4_000, 4


@login_required
@require_POST
def hints(request: StaffRequest) -> HttpResponse:
    """POST of the form of an entry, or of a word with a link, as it stands: unclear words of both wordings, what they
    differ in (`only` that, where the page tells the others itself), and of a promise of ours what speaks against it.
    Saves nothing.
    """
    said = request.POST
    text, twin = _typed(said, "text", "note", "reason"), _typed(said, "twin", "note_twin", "reason_twin")
    ours = "due_on" in said and said.get("side") == "us"
    context = {
        "unclear": () if "only" in said else [*unclear_in(text), *unclear_in(twin)][:MOST],
        "differ": differences(text, twin) if text.strip() and twin.strip() else (),
        "concerns": _concerns(request, text) if ours else (),
    }
    return render(request, "agreements/hints.html", context)


def _typed(said: Any, *names: str) -> str:
    return next((said[name][:LONGEST] for name in names if name in said), "")


def _concerns(request: StaffRequest, text: str) -> list[str]:
    client = Client.objects.visible_to(request.user).filter(pk=_number(request.POST.get("client"))).first()
    owner = User.objects.filter(pk=_number(request.POST.get("owner"))).first() or request.user
    return concerns(client, text, asked_day(request.POST.get("due_on"), None), owner)


def _number(said: Any) -> int:
    """Of a choice in a form; 0 for none."""
    return int(said) if said and said.isdecimal() and len(said) < 19 else 0
