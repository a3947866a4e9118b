"""Noting answers in a talk, and the link by which the contact answers."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from zhike.agreements.twins.spoken import spoken
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.links.purposes import purpose
from zhike.core.pages.refusing import telling_refusals
from zhike.domains.requirements.by_link import ByLink
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
    with telling_refusals(request):
        with transaction.atomic():
            for number, text in new.items():
                inquiry.note(by=request.user, answer=answers[number], text=text)
        count = len(new)
        messages.success(request, ngettext("%(n)d answer noted.", "%(n)d answers noted.", count) % {"n": count})
    return redirect("inquiries:detail", inquiry.reference)


@login_required
@require_http_methods(["GET", "POST"])
def make_link(request: StaffRequest, reference: str) -> HttpResponse:
    """A link for the contact, by mail or to be copied."""
    return ANSWERS.ask(request, _seen(request, reference))


def _seen(request: StaffRequest, reference: str) -> Any:
    inquiry = get_object_or_404(Inquiry.objects.visible_to(request.user).by_reference(reference))
    if not Inquiry.may_amend(request.user, inquiry):
        raise Forbidden
    return inquiry


ANSWERS = ByLink(
    purpose=PURPOSE,
    mail="inquiries/mail",
    page="inquiries/answer.html",
    heading=_("Let them answer by link"),
    about=_("They get a link which needs no log-in, and answer the questions there, once."),
    words=_("%(who)s, would you tell us what you need? A few questions, %(what)s: %(address)s"),
    nothing=_("Answer at least one question."),
)


@purpose(
    PURPOSE, "inquiries.inquiry", label=_("Questions to answer"), action=_("Let them answer by link"), days=30,
    asks_who=True,
)  # fmt: skip
def answer_by_link(request: HttpRequest, link: Any, inquiry: Any) -> HttpResponseBase:
    """GET asks, POST sends all answers in; after that it says thank you."""
    form = AnswersForm(
        request.POST if request.method == "POST" else None, answers=spoken(inquiry).all_of(inquiry.answers.all())
    )
    return ANSWERS.take(request, link, inquiry, form)
