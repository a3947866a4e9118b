"""Pasting a chat: the text, then a look at what was read out of it, then saved. Promises offered while one types."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from zhike.agreements.choices import Side
from zhike.agreements.reasonable import concerns
from zhike.agreements.words.unclear import unclear_in
from zhike.clients.models import Client, Contact
from zhike.core.access.request import StaffRequest
from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.refusing import telling_refusals
from zhike.domains.conversations.chat_forms import ChatForm, SpeakersForm
from zhike.domains.conversations.fitting import Fit, better_channel
from zhike.domains.conversations.models import Choice, Conversation, Kind, Recalled
from zhike.domains.conversations.promising import LONGEST, offers
from zhike.domains.conversations.recalling import asked_again, contradicted, hours

WRITTEN = (Kind.MAIL, Kind.CHAT)
MOST_UNCLEAR = 4


@login_required
@require_http_methods(["GET", "POST"])
def chat(request: StaffRequest) -> HttpResponse:
    """GET asks for the text, POST shows what is read out of it, POST with `save` logs it."""
    if not may_work(request.user):
        raise Forbidden
    form = ChatForm(request.POST or None, by=request.user, initial={"client": request.GET.get("client")})
    if not form.is_valid():
        bare = "text" in request.POST and not request.POST["text"].strip()
        form = ChatForm(by=request.user, initial=request.POST.dict()) if bare else form
        context = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
        return render(request, "conversations/paste.html", context, status=422 if form.errors else 200)
    return _read(request, form)


@login_required
@require_POST
def offered_promises(request: StaffRequest) -> HttpResponse:
    """POST of the composer as it stands: the promises that are in its text, each to be ticked. Saves nothing."""
    numbers = [one for one in request.POST.getlist("contacts") if one.isdecimal() and len(one) < 19]
    people = Contact.objects.visible_to(request.user).filter(pk__in=numbers[:20])
    side = Side.THEM if request.POST.get("direction") == "in" else Side.US
    text = request.POST.get("text", "")
    found = offers(text, said_by=side, contacts=people, ticked=request.POST.getlist("promise"))
    context = {
        "offers": [(one, _speaks_against(request, one.found)) for one in found],
        "choices": Choice.choices,
        "said": request.POST,
        "fit": _fit(request.POST, promises=bool(found)),
    } | _said_before(request, text, people)
    return render(request, "conversations/offered.html", context)


def _fit(told: Any, *, promises: bool) -> Fit | None:
    """The channel that fits better what leaves us."""
    kind, mood = told.get("kind", ""), told.get("mood", "")
    text = told.get("text", "")[:LONGEST]
    return None if told.get("direction") == "in" else better_channel(kind, text, mood=mood, promises=promises)


def _speaks_against(request: StaffRequest, found: Any) -> list[str]:
    """What speaks against a promise of ours: its day, how much is due then, the scope."""
    client = _client(request) if found.side == "us" else None
    return concerns(client, found.quote, found.due_on, request.user) if client else []


def _client(request: StaffRequest) -> Any:
    number = request.POST.get("client", "")
    return Client.objects.visible_to(request.user).filter(pk=number).first() if number.isdecimal() else None


def _said_before(request: StaffRequest, text: str, people: Any) -> dict[str, Any]:
    """What the text touches, and in what leaves us the words that each side reads in its own way."""
    told, comes = request.POST, request.POST.get("direction") == "in"
    written, twin = told.get("kind") in WRITTEN and not comes, told.get("twin", "")[:LONGEST]
    client = _client(request)
    return {
        "against": contradicted(text, client, people) if client and told.get("kind") != Kind.NOTE else (),
        "again": asked_again(text, client) if client and comes else (),
        "unclear": [*unclear_in(text[:LONGEST]), *unclear_in(twin)][:MOST_UNCLEAR] if written else (),
    }  # fmt: skip


@login_required
@require_POST
def settle_recalled(request: StaffRequest, pk: int) -> HttpResponse:
    """POST of what becomes of a decision that a conversation contradicts."""
    seen = Conversation.objects.visible_to(request.user)
    row = get_object_or_404(Recalled.objects.against().filter(conversation__in=seen), pk=pk)
    choice = request.POST.get("choice", "")
    with telling_refusals(request):
        if choice in Choice.values:
            row.choose(choice, by=request.user, hours=hours(request.POST.get("hours", "")))
    place = reverse("conversations:detail", args=[row.conversation.reference])
    return redirect(way_back(request, place))


def _read(request: StaffRequest, form: ChatForm) -> HttpResponse:
    client = form.cleaned_data["client"]
    said = request.POST if "save" in request.POST or "again" in request.POST else None
    speakers = SpeakersForm(said, turns=form.turns, client=client, by=request.user)
    if said is not None and speakers.is_valid() and "save" in said and (logged := speakers.save()):
        messages.success(request, gettext("Added %(name)s.") % {"name": logged})
        return redirect(way_back(request, reverse("clients:detail", args=[client.reference])))
    read = speakers.chat()
    context = {"form": form, "speakers": speakers, "client": client, "turns": read.kept(), "read": read}
    context["next"] = request.POST.get("next", "")
    return render(request, "conversations/chat.html", context, status=422 if speakers.errors else 200)
