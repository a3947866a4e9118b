"""Asking somebody at a client's to confirm what was agreed: choose, send or copy."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zhike.agreements.models import Entry
from zhike.agreements.twins.fields import check_pair
from zhike.agreements.twins.noting import NotedByMail
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.workflows import read_back
from zhike.clients.models import Client, Contact
from zhike.clients.wishes.heeding import goes_out, held
from zhike.core.base.languages import language_for, other_than
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.ui.dates import dated_words


class AskForm(NotedByMail):
    """Which entries, whom, under which title; the newest first."""

    entries = forms.ModelMultipleChoiceField(
        Entry.objects.none(), label=_("What to read back"), widget=forms.CheckboxSelectMultiple
    )
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Who confirms"), empty_label=None)
    title = forms.CharField(label=_("About"), max_length=200, help_text=_("As they will read it."))
    title_twin = forms.CharField(label=_("About, in the other language"), max_length=200, required=False)
    send = forms.BooleanField(label=_("Send it by mail"), required=False)

    def __init__(self, client: Client, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields
        known["entries"].queryset = Entry.objects.to_read_back().filter(client=client).order_by("-pk")
        known["contact"].queryset = Contact.objects.of_client(client.pk).standing().order_by("name")
        self.heed(client, known["contact"].queryset)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        check_pair(self, "title", "title_twin")
        return said


@login_required
@require_http_methods(["GET", "POST"])
def ask_to_confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """GET and POST /clients/CL-12/confirm/. The address of the link is shown only in the answer."""
    client = Client.objects.visible_to(request.user).by_reference(reference).first()
    if client is None:
        raise Http404
    if not Entry.may_add(request.user, None) or client.archived_at:
        raise Forbidden
    form = AskForm(client, request.POST or None, initial=_first(client, request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        entries = sorted(said.pop("entries"), key=lambda one: one.pk)
        readback, address = read_back(entries, by=request.user, **said)
        told = {"client": client, "readback": readback, "sent": said["send"], "goes_out": when_it_goes(client, **said)}
        answer = render(request, "agreements/asked.html", told | {"message": message(readback, address)})
        answer["Cache-Control"] = "no-store"
        return answer
    return render(request, "agreements/ask.html", {"client": client, "form": form}, status=422 if form.errors else 200)


def when_it_goes(client: Any, *, contact: Any, send: bool, anyway: bool, **_more: Any) -> str:
    """What is said of a letter that waits; empty for one that goes now, or none."""
    ends = held(client, [contact]) if send and not anyway else []
    return goes_out(ends) if ends else ""


def message(readback: Any, address: str) -> str:
    """What to paste into a chat, in the contact's language."""
    with override(language_for(readback.contact)):
        words = gettext("%(who)s, would you look whether we remember it right? %(title)s: %(address)s")
        return words % {"who": readback.contact.called, "title": spoken(readback).title, "address": address}


def _first(client: Any, request: HttpRequest) -> dict[str, Any]:
    """Whom it concerns most is proposed: the contact of most of the entries."""
    known = dict(Entry.objects.to_read_back().filter(client=client).values_list("pk", "contact")[:50])
    chosen = request.GET.getlist("entry") or list(known)
    named = Counter(whom for whom in (known.get(int(pk)) for pk in chosen if str(pk).isdecimal()) if whom)
    return {
        "entries": chosen,
        "contact": next((whom for whom, _count in named.most_common(1)), None),
        "title": _title(),
        "title_twin": _title(other_than(get_language())),
    }


def _title(language: str = "") -> str:
    with override(language or get_language()):
        return gettext("What we agreed, %(day)s") % {"day": dated_words(timezone.localdate())}
