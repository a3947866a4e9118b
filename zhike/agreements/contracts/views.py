"""Writing on the page of a contract, and sending it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_http_methods, require_POST

from zhike.agreements.asking import when_it_goes
from zhike.agreements.contracts.models import Contract, Edition
from zhike.agreements.contracts.pages import WRITTEN_ON_THE_PAGE, shown
from zhike.agreements.contracts.steps import SendForm
from zhike.agreements.twins.spoken import spoken
from zhike.core.access.request import StaffRequest
from zhike.core.base.languages import language_for
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.transition import steps_of
from zhike.core.resources.reader import Reader


@login_required
@require_POST
def write(request: StaffRequest, reference: str, step: str) -> HttpResponse:
    """POST of a clause: put in, changed, moved, struck. htmx gets the clauses anew, others the page."""
    contract = _seen(request, reference)
    if step not in WRITTEN_ON_THE_PAGE:
        raise Http404
    declared = steps_of(Contract)[step]
    if not declared.may(request.user, contract):
        raise Forbidden
    form: Any = declared.form(request.POST, record=contract, by=request.user)  # type: ignore[misc]
    refused = ""
    if form.is_valid():
        try:
            getattr(contract, step)(by=request.user, **form.cleaned_data)
        except Forbidden:
            raise
        except Refused as refusal:
            refused = str(refusal)
    else:
        refused = " ".join(str(one) for some in form.errors.values() for one in some)
    return _answer(request, contract, step, form, refused)


def _answer(request: StaffRequest, contract: Contract, step: str, form: Any, refused: str) -> HttpResponse:
    if not request.headers.get("HX-Request"):
        if refused:
            messages.error(request, refused)
        return redirect(f"{reverse('contracts:detail', args=[contract.reference])}#terms")
    contract.refresh_from_db()
    told = shown(contract, request) | {"refused": refused, "record": contract, "again": True}
    if refused and step == "add_term":
        told |= {"form": form}
    if refused and step == "change_term" and "term" in form.cleaned_data:
        form.term_pk = form.cleaned_data["term"].pk
        told |= {"opened": form}
    return render(request, "contracts/terms.html", told, status=422 if refused else 200)


@login_required
@require_http_methods(["GET", "POST"])
def send(request: StaffRequest, reference: str) -> HttpResponse:
    """GET shows what goes out, POST sends it. The address of the link is shown only in the answer."""
    contract = _seen(request, reference)
    step = steps_of(Contract)["send"]
    if not step.may(request.user, contract):
        raise Forbidden
    if not step.starts_from(contract):
        return redirect("contracts:detail", contract.reference)
    form = SendForm(request.POST or None, record=contract, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            contract.send(by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return _sent(request, contract, form.cleaned_data)
    told = shown(contract, request) | {"form": form}
    return render(request, "contracts/send.html", told, status=422 if form.errors else 200)


def _sent(request: StaffRequest, contract: Contract, said: dict[str, Any]) -> HttpResponse:
    told = {"contract": contract, "message": _message(contract), "sent": said["mail"]}
    told["goes_out"] = when_it_goes(contract.client, contact=contract.contact, send=said["mail"], anyway=said["anyway"])
    answer = render(request, "contracts/sent.html", told)
    answer["Cache-Control"] = "no-store"
    return answer


def _message(contract: Contract) -> str:
    """What to paste into a chat, in the contact's language."""
    with override(language_for(contract.contact)):
        words = gettext("%(who)s, here is the contract to read and sign, %(title)s: %(address)s")
        return words % {"who": contract.contact.called, "title": spoken(contract).title, "address": contract.address}


@login_required
@require_http_methods(["GET"])
def edition(request: StaffRequest, reference: str, number: int) -> HttpResponse:
    """GET /contracts/CO-1/editions/2/: an edition as it was sent, with what became of it."""
    contract = _seen(request, reference)
    found = get_object_or_404(Edition.objects.select_related("contact", "sent_by"), contract=contract, number=number)
    told = {"contract": contract, "edition": found, "lines": found.read()}
    return render(request, "contracts/edition.html", told | {"reader": Reader(request.user)})


def _seen(request: StaffRequest, reference: str) -> Contract:
    return get_object_or_404(Contract.objects.visible_to(request.user).by_reference(reference))
