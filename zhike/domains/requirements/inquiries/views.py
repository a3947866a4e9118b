"""Noting answers in a talk, and the link by which the contact answers."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused, WrongState
from zhike.core.links.models import Link
from zhike.core.links.purposes import purpose
from zhike.domains.requirements.inquiries.choices import State
from zhike.domains.requirements.inquiries.forms import AnswersForm
from zhike.domains.requirements.inquiries.models import Inquiry

PURPOSE = "inquiries.answer"


@login_required
@require_POST
def note_answers(request: StaffRequest, reference: str) -> HttpResponse:
    """POST `answer_12=…`: those that are new or different are noted, all of them or none."""
    inquiry = _seen(request, reference)
    answers = {one.pk: one for one in inquiry.answers.all()}
    form = AnswersForm(request.POST, answers=answers.values())
    if not form.is_valid():
        messages.error(request, " ".join(str(one[0]) for one in form.errors.values()))
        return redirect("inquiries:detail", inquiry.reference)
    new = {number: text for number, text in form.said.items() if text and text != answers[number].text}
    try:
        with transaction.atomic():
            for number, text in new.items():
                inquiry.note(by=request.user, answer=answers[number], text=text)
    except Forbidden:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        count = len(new)
        messages.success(request, ngettext("%(n)d answer noted.", "%(n)d answers noted.", count) % {"n": count})
    return redirect("inquiries:detail", inquiry.reference)


@login_required
@require_POST
def make_link(request: StaffRequest, reference: str) -> HttpResponse:
    """POST: a link for the contact, whose address is shown only in the answer."""
    inquiry = _seen(request, reference)
    if inquiry.state != State.OPEN or inquiry.archived_at:
        messages.error(request, str(WrongState(inquiry.get_state_display())))
        return redirect("inquiries:detail", inquiry.reference)
    link, address = Link.objects.issue(PURPOSE, inquiry, by=request.user, for_contact=inquiry.contact)
    told = {"link": link, "address": address, "record": inquiry, "back": f"/inquiries/{inquiry.reference}/"}
    answer = render(request, "links/issued.html", told)
    answer["Cache-Control"] = "no-store"
    return answer


def _seen(request: StaffRequest, reference: str) -> Any:
    inquiry = get_object_or_404(Inquiry.objects.visible_to(request.user).by_reference(reference))
    if not Inquiry.may_amend(request.user, inquiry):
        raise Forbidden
    return inquiry


@purpose(
    PURPOSE, "inquiries.inquiry", label=_("Questions to answer"), action=_("Let them answer by link"), days=30,
    asks_who=True,
)  # fmt: skip
def answer_by_link(request: HttpRequest, link: Any, inquiry: Any) -> HttpResponseBase:
    """GET asks, POST sends all answers in; after that it says thank you."""
    sent = request.POST if request.method == "POST" else None
    form = AnswersForm(sent, answers=inquiry.answers.all())
    wrong = ""
    if request.method == "POST" and inquiry.state == State.OPEN and form.is_valid():
        wrong = _take(request, link, inquiry, form.said)
        if not wrong:
            return redirect(request.path)
    told = {"link": link, "inquiry": inquiry, "form": form, "done": inquiry.state == State.DONE, "wrong": wrong}
    return render(request, "inquiries/answer.html", told, status=422 if wrong or form.errors else 200)


def _take(request: HttpRequest, link: Any, inquiry: Any, said: dict[int, str]) -> str:
    """What is wrong; "" when it was taken down."""
    if not any(said.values()):
        return gettext("Answer at least one question.")
    try:
        with transaction.atomic():
            link.use(request, inquiry)
            inquiry.send_in(by=User.objects.system(), said=said)
    except WrongState as refused:
        return str(refused)
    return ""
