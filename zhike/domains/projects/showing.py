"""Handing in a version on the page of a deliverable, pointing at it, and showing it to the client."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from zhike.agreements.asking import when_it_goes
from zhike.agreements.twins.noting import NotedByMail
from zhike.core.access.request import StaffRequest
from zhike.core.files.errors import FileRefused
from zhike.core.files.models import Attachment
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.pages.refusing import telling_refusals
from zhike.domains.projects.models import Deliverable
from zhike.domains.projects.reviewing import ask_for_review, message
from zhike.domains.projects.steps import PinForm, ShowForm


class AskForm(NotedByMail, ShowForm):
    """Whom, with which word."""

    send = forms.BooleanField(label=gettext_lazy("Send it by mail"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["contact"]
        if self.record is not None:
            self.heed(self.record.client, known.queryset)


@login_required
@require_POST
def hand_in(request: StaffRequest, reference: str) -> HttpResponse:
    """POST with `file` and `note`: the file hangs on the deliverable and is its next version."""
    deliverable = _seen(request, reference)
    if not Deliverable.may_amend(request.user, deliverable):
        raise Forbidden
    upload = request.FILES.get("file")
    try:
        if upload is None:
            raise FileRefused("", gettext("No file came. Choose one first."))
        with transaction.atomic():
            file = Attachment.objects.attach(upload, by=request.user, to=deliverable)
            deliverable.hand_in(by=request.user, file=file, note=request.POST.get("note", "")[:500])
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("deliverables:detail", deliverable.reference)


@login_required
@require_POST
def pin(request: StaffRequest, reference: str) -> HttpResponse:
    """POST of a word at a place of the newest version."""
    deliverable = _seen(request, reference)
    form = PinForm(request.POST, record=deliverable)
    with telling_refusals(request):
        if form.is_valid():
            deliverable.pin(by=request.user, **form.cleaned_data)
        else:
            messages.error(request, " ".join(str(one[0]) for one in form.errors.values()))
    return redirect("deliverables:detail", deliverable.reference)


@login_required
@require_http_methods(["GET", "POST"])
def show(request: StaffRequest, reference: str) -> HttpResponse:
    """GET asks whom; POST makes the link, whose address is shown only in the answer."""
    deliverable = _seen(request, reference)
    if not Deliverable.may_amend(request.user, deliverable):
        raise Forbidden
    form = AskForm(request.POST or None, record=deliverable, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            address = ask_for_review(deliverable, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return _shown(request, deliverable, form.cleaned_data, address)
    told = {"deliverable": deliverable, "form": form}
    return render(request, "projects/show.html", told, status=422 if form.errors else 200)


def _shown(request: StaffRequest, deliverable: Any, said: dict[str, Any], address: str) -> HttpResponse:
    contact = said["contact"]
    where = reverse("deliverables:detail", args=[deliverable.reference])
    told = {"where": where, "contact": contact, "sent": said["send"]}
    told["goes_out"] = when_it_goes(deliverable.client, **said)
    answer = render(request, "projects/asked.html", told | {"message": message(deliverable, contact, address)})
    answer["Cache-Control"] = "no-store"
    return answer


def _seen(request: StaffRequest, reference: str) -> Any:
    return get_object_or_404(Deliverable.objects.visible_to(request.user).by_reference(reference))
