"""What a contact does through a link, once: how we ask them for it, by mail or in a chat, and how it is taken down."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from zhike.agreements.asking import when_it_goes
from zhike.agreements.twins.noting import NotedByMail, Word
from zhike.agreements.twins.spoken import spoken
from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest
from zhike.core.base.languages import language_for
from zhike.core.lifecycle.errors import Forbidden, Refused, WrongState
from zhike.core.links.models import Link
from zhike.core.mail.writing import write
from zhike.core.resources.registry import resource_of

OPEN, DONE = "open", "done"


@dataclass(frozen=True)
class ByLink:
    """What records of one kind, which have an owner, a `contact` and the step `send_in`, give out.

    `mail` is the letter's template, `page` the contact's. `heading` and `about` say to us what they get, `words` to
    them, in a chat: %(who)s, %(what)s, %(address)s. `nothing` is told to whom sends in nothing.
    """

    purpose: str
    mail: str
    page: str
    heading: str | Promise
    about: str | Promise
    words: str | Promise
    nothing: str | Promise

    def ask(self, request: StaffRequest, record: Any) -> HttpResponse:
        """GET asks with which word and whether by mail; POST makes the link, whose address is shown only there."""
        where = _page_of(record)
        if not type(record).may_amend(request.user, record):
            raise Forbidden
        if record.state != OPEN or record.archived_at:
            messages.error(request, str(WrongState(record.get_state_display())))
            return redirect(where)
        form = AskForm(request.POST if request.method == "POST" else None, record=record)
        told = {"record": record, "where": where, "contact": record.contact}
        if request.method == "POST" and form.is_valid():
            try:
                address = self.issue(record, by=request.user, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                return self._issued(request, told, form.cleaned_data, address)
        told |= {"form": form, "heading": self.heading, "about": self.about}
        return render(request, "requirements/ask_by_link.html", told, status=422 if form.errors else 200)

    @transaction.atomic
    def issue(
        self, record: Any, *, by: Any, note: str = "", note_twin: str = "", note_prevails: str = "",
        send: bool = False, anyway: bool = False,
    ) -> str:  # fmt: skip
        """The address of a link for the contact; with `send` it goes by mail too, in their hours or now `anyway`.

        Raises Forbidden, NoAddress.
        """
        who, word = record.contact, Word(note, note_twin, note_prevails)
        _link, address = Link.objects.issue(self.purpose, record, by=by, for_contact=who, facts=word.facts)
        if send:
            told = {"record": spoken(record), "link": address, "contact": who, "by": by, "note": word}
            write(by=by, to=who, about=record, template=self.mail, context=told, secret=True, at_once=anyway)
        return address

    def take(
        self, request: HttpRequest, link: Any, record: Any, form: Any, refused: str = "", **told: Any
    ) -> HttpResponseBase:  # fmt: skip
        """The contact's page: the form while it is open, thanks afterwards. What is sent in is taken down once;
        `refused` says what of something else was not."""
        wrong = ""
        if form.is_bound and record.state == OPEN and form.is_valid():
            wrong = _sent_in(request, link, record, form.said) if any(form.said.values()) else str(self.nothing)
            if not wrong:
                return redirect(request.path)
        told |= {"link": link, "record": spoken(record), "form": form, "wrong": wrong, "refused": refused}
        told["done"] = record.state == DONE
        return render(request, self.page, told, status=422 if wrong or refused or form.errors else 200)

    def _issued(self, request: StaffRequest, told: dict[str, Any], said: Any, address: str) -> HttpResponse:
        record, contact = told["record"], told["contact"]
        with override(language_for(contact)):
            told["message"] = self.words % {"who": contact.called, "what": str(spoken(record)), "address": address}
        told |= {"sent": said["send"], "goes_out": when_it_goes(record.client, contact=contact, **said)}
        answer = render(request, "projects/asked.html", told)
        answer["Cache-Control"] = "no-store"
        return answer


class AskForm(NotedByMail):
    send = forms.BooleanField(label=_("Send it by mail"), required=False)

    def __init__(self, *args: Any, record: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        self.heed(record.client, [record.contact])


def _sent_in(request: HttpRequest, link: Any, record: Any, said: Any) -> str:
    """What is wrong; "" when it was taken down."""
    try:
        with transaction.atomic():
            link.use(request, record)
            record.send_in(by=User.objects.system(), said=said)
    except WrongState as refused:
        return str(refused)
    return ""


def _page_of(record: Any) -> str:
    resource = resource_of(record)
    return resource.url("detail", record) if resource else "/"
