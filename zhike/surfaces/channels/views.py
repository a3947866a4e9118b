"""The mailbox's page of settings, and each mail as it came."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from zhike.core.access.request import StaffRequest
from zhike.core.history.feed import feed_of_record
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.mail.inbox import change_inbox, inbox
from zhike.core.mail.models import Inbox
from zhike.core.mail.preview import as_arrived
from zhike.core.mail.troubles import SENTENCES
from zhike.core.resources.reader import Reader
from zhike.surfaces.channels.forms import InboxForm
from zhike.surfaces.channels.imap import greet
from zhike.surfaces.channels.models import Incoming


@login_required
def settings(request: StaffRequest) -> HttpResponse:
    """GET and POST /settings/inbox/."""
    _administers(request)
    form = InboxForm(request.POST or None, instance=_kept())
    if request.method == "POST" and form.is_valid():
        change_inbox(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved. Try whether it opens."))
        return redirect("settings_inbox")
    return render(request, "channels/inbox.html", _context(request, form), status=422 if form.errors else 200)


@login_required
@require_POST
def test(request: StaffRequest) -> HttpResponse:
    """POST /settings/inbox/test/: signs in, opens the folder, and says what came of it."""
    _administers(request)
    box = inbox()
    if box is None:
        return redirect("settings_inbox")
    return render(
        request, "channels/inbox.html", _context(request, InboxForm(instance=_kept())) | {"outcome": greet(box)}
    )


@login_required
@require_safe
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """GET /incoming/IM-7/page/: the mail as it was written, for a frame of ours; no script, nothing from elsewhere."""
    found: Incoming | None = Incoming.objects.visible_to(request.user).by_reference(reference).first()
    if found is None:
        raise Http404
    shown, policy = as_arrived(render_to_string("channels/page.html", {"mail": found}))
    headers = {"Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN", "Cache-Control": "no-store"}
    return HttpResponse(shown, headers=headers)


def _administers(request: StaffRequest) -> None:
    if not may_administer(request.user):
        raise Forbidden


def _kept() -> Inbox:
    return Inbox.objects.filter(pk=1).first() or Inbox(pk=1)


def _context(request: StaffRequest, form: InboxForm) -> dict[str, Any]:
    kept = _kept()
    return {
        "form": form,
        "box": inbox(),
        "kept": kept,
        "trouble": SENTENCES.get(kept.trouble, ""),
        "to_place": Incoming.objects.to_place().count(),
        "feed": feed_of_record(kept, Reader(request.user)),
    }
