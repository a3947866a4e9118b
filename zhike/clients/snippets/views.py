"""The snippets that are offered to whoever writes, with their blanks filled in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from zhike.clients.models import Client, Contact
from zhike.clients.snippets.filling import filled, in_language
from zhike.clients.snippets.models import Snippet
from zhike.core.access.request import StaffRequest
from zhike.core.base.languages import language_for
from zhike.core.base.listing import listed

MOST, PEOPLE = 100, 10


@login_required
@require_GET
def offered(request: StaffRequest) -> HttpResponse:
    """GET `client` and `contacts`, by number: in the first contact's language, else the client's, else one's own."""
    people = list(_seen(Contact, request, "contacts")[:PEOPLE])
    client = _seen(Client, request, "client").first() or next((one.client for one in people if one.client_id), None)
    speaker = next((one for one in (*people[:1], client) if one and one.language), None)
    language = language_for(speaker) if speaker else get_language() or "en"
    values = {
        "contact": listed(one.called for one in people),
        "client": str(client or ""),
        "me": request.user.name,
    }
    offers = [
        (one, filled(in_language(language, one.text, one.text_zh), values))
        for one in Snippet.objects.for_writing(request.user)[:MOST]
    ]
    return render(request, "snippets/offered.html", {"offers": offers, "chinese": language.startswith("zh")})


def _seen(model: Any, request: StaffRequest, name: str) -> Any:
    asked = [int(one) for one in request.GET.getlist(name) if one.isascii() and one.isdecimal() and len(one) < 19]
    return model.objects.visible_to(request.user).filter(pk__in=asked).order_by("pk")
