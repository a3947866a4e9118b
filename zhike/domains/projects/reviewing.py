"""A client's contact looks at a deliverable through a link, on a phone, without an account."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import How
from zhike.agreements.twins.noting import Word
from zhike.agreements.twins.spoken import spoken
from zhike.clients.models import Contact
from zhike.core.access.models import User
from zhike.core.base.languages import language_for
from zhike.core.files.serving import hand_over
from zhike.core.lifecycle.errors import WrongState
from zhike.core.links.models import Link
from zhike.core.links.purposes import purpose
from zhike.core.mail.writing import write
from zhike.domains.projects.beside import last_answered, side_of
from zhike.domains.projects.choices import ReviewState as State
from zhike.domains.projects.errors import NewerVersion
from zhike.domains.projects.steps import PinForm
from zhike.domains.projects.text import with_pins

PURPOSE = "projects.review"
SAID = ("accept", "change", "pin")


class AnswerForm(forms.Form):
    """`said` of the version with the number `seen`; a change needs `words`."""

    said = forms.ChoiceField(choices=[(one, one) for one in SAID])
    seen = forms.IntegerField()
    words = forms.CharField(max_length=2_000, required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("said") == "change" and not told.get("words"):
            self.add_error("words", _("Write what should be different."))
        return told


def ask_for_review(
    deliverable: Any, *, by: Any, contact: Any, note: str = "", note_twin: str = "", note_prevails: str = "",
    send: bool = False, anyway: bool = False,
) -> str:  # fmt: skip
    """The address of the link, said only here; with `send` it goes by mail, in their hours or now `anyway`.

    Raises Forbidden, WrongState, NoAddress.
    """
    with transaction.atomic():
        deliverable.show(by=by, contact=contact)
        word = Word(note, note_twin, note_prevails)
        facts = {"contact": contact.pk} | word.facts
        _link, address = Link.objects.issue(PURPOSE, deliverable, by=by, for_contact=contact, facts=facts)
        if send:
            told = {"deliverable": spoken(deliverable), "link": address, "contact": contact, "by": by, "note": word}
            write(
                by=by, to=contact, about=deliverable, template="projects/mail", context=told, secret=True,
                at_once=anyway,
            )  # fmt: skip
    return address


def message(deliverable: Any, contact: Any, address: str) -> str:
    """What to paste into a chat, in the contact's language."""
    with override(language_for(contact)):
        words = gettext("%(who)s, “%(title)s” is ready for you to look at: %(address)s")
        return words % {"who": contact.called, "title": spoken(deliverable).title, "address": address}


@purpose(
    PURPOSE, "projects.deliverable", label=_("A deliverable to look at"), action=_("A new link to look at"), days=30,
    asks_who=True,
)  # fmt: skip
def review(request: HttpRequest, link: Any, deliverable: Any) -> HttpResponseBase:
    """GET shows the newest version (`?file`: its file; `?file=1`: of the one last answered), POST takes one answer."""
    contact, version = _asked(link, deliverable), deliverable.current
    if version is None or contact is None:
        raise Http404
    before = last_answered(deliverable, version)
    if request.method != "POST" and "file" in request.GET:
        return _file(request, before if before and request.GET["file"] == str(before.number) else version)
    form, pin_form = AnswerForm(request.POST or None), PinForm(request.POST or None, record=deliverable)
    wrong = _take(request, link, deliverable, contact, form, pin_form) if request.method == "POST" else ""
    if request.method == "POST" and not wrong:
        return redirect(request.path)
    deliverable.refresh_from_db()
    read = spoken(deliverable)
    pins = read.all_of(deliverable.pins.select_related("contact", "person", "version", "settled_in"))
    unsettled = [one for one in pins if one.settled_in is None]
    told = {
        "link": link, "deliverable": read, "contact": contact, "version": read.of(version), "wrong": wrong,
        "lines": with_pins(version, unsettled),
        "before": side_of(read, before) | {"source": f"{request.path}?file={before.number}"} if before else None,
        "pins": unsettled, "settled": [one for one in pins if one.settled_in],
        "pin_form": pin_form, "said": form, "open": deliverable.state in (State.READY, State.REVIEW),
        "writes": request.GET.get("write", "") or (request.POST.get("said", "") if wrong else ""),
    }  # fmt: skip
    return render(request, "projects/review.html", told, status=422 if wrong else 200)


def _asked(link: Any, deliverable: Any) -> Any:
    """Whom the link was made for; whoever that contact was merged into."""
    number = str(link.facts.get("contact") or deliverable.reviewer_id or "")
    return Contact.objects.by_number(number).first()


def _file(request: HttpRequest, version: Any) -> HttpResponseBase:
    try:
        return hand_over(request, version.file)
    except FileNotFoundError:
        raise Http404 from None


def _take(
    request: HttpRequest, link: Any, deliverable: Any, contact: Any, form: AnswerForm, pin_form: PinForm
) -> str:  # fmt: skip
    """What is wrong; "" when the answer was taken down."""
    if not form.is_valid():
        return " ".join(str(one[0]) for one in form.errors.values())
    said = form.cleaned_data
    if said["said"] == "pin" and not pin_form.is_valid():
        return " ".join(str(one[0]) for one in pin_form.errors.values())
    pinned = pin_form.cleaned_data if said["said"] == "pin" else {}
    try:
        answer(deliverable, said, link=link, request=request, contact=contact, pinned=pinned)
    except (NewerVersion, WrongState) as refused:
        return str(refused)
    return ""


def answer(
    deliverable: Any, said: dict[str, Any], *, link: Any, request: HttpRequest, contact: Any, pinned: dict[str, Any]
) -> None:  # fmt: skip
    """What the contact says of the version they saw; the program writes it down. Raises NewerVersion, WrongState."""
    by = User.objects.system()
    with transaction.atomic():
        link.use(request, deliverable)
        type(deliverable).objects.select_for_update(no_key=True).get(pk=deliverable.pk)
        if deliverable.current.number != said["seen"]:
            raise NewerVersion
        if said["said"] == "accept":
            deliverable.accept(by=by, contact=contact, how=How.LINK, words=said["words"])
        elif said["said"] == "change":
            deliverable.want_change(by=by, contact=contact, words=said["words"])
        else:
            deliverable.pin(by=by, contact=contact, **pinned)
