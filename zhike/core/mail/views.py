"""The mailbox of an installation without a mail server, and each letter as it arrives."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhike.core.mail.message import page_of, sender_name
from zhike.core.mail.models import Letter
from zhike.core.mail.preview import as_arrived
from zhike.core.mail.server import default_sender, server
from zhike.core.ui.policy import POLICY

SHOWN = 50


@login_required
@require_safe
def mailbox(request: HttpRequest, reference: str = "") -> HttpResponse:
    """GET /mailbox/ and /mailbox/LT-7/: what is kept here, the newest first, one of them open; `?before=ID` goes on."""
    letters = Letter.objects.in_mailbox_of(request.user).order_by("-pk")
    before = request.GET.get("before", "")
    listed = letters.filter(pk__lt=int(before)) if before.isdecimal() and len(before) < 19 else letters
    shown = list(listed[: SHOWN + 1])
    opened = _one(letters, reference) if reference else next(iter(shown), None)
    context = {
        "letters": shown[:SHOWN],
        "opened": opened,
        "from_name": sender_name(opened) if opened else "",
        "sender": default_sender(),
        "server": server(),
        "next_url": f"?before={shown[SHOWN - 1].pk}" if len(shown) > SHOWN else "",
    }
    answer = render(request, "mail/mailbox.html", context)
    answer.headers["Content-Security-Policy"] = f"{POLICY}; frame-src 'self'"
    return answer


@login_required
@require_safe
def arrived(request: HttpRequest, reference: str) -> HttpResponse:
    """GET /mailbox/LT-7/arrived/: the letter as its reader's program shows it, for a frame of ours."""
    page, policy = as_arrived(page_of(_one(_seen(request), reference)))
    headers = {"Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN", "Cache-Control": "no-store"}
    return HttpResponse(page, headers=headers)


def _seen(request: HttpRequest) -> Any:
    """What is in the reader's mailbox, and letters they see which hold no secret."""
    user: Any = request.user
    kept = Letter.objects.in_mailbox_of(user).values("pk")
    return Letter.objects.filter(pk__in=kept) | Letter.objects.filter(
        pk__in=Letter.objects.visible_to(user).filter(secret=False).values("pk")
    )


def _one(letters: Any, reference: str) -> Letter:
    found: Letter | None = letters.by_reference(reference).first()
    if found is None:
        raise Http404
    return found
