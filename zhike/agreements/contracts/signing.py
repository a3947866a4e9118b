"""The page behind the link: the contract, read to its end, then signed."""

from contextlib import suppress
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import How
from zhike.agreements.contracts.choices import Outcome
from zhike.agreements.contracts.document import contract_pdf
from zhike.agreements.contracts.models import Contract
from zhike.agreements.contracts.models.offering import PURPOSE
from zhike.agreements.errors import ReadAgain
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Refused
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.links.purposes import purpose

SAID = ("read", "sign", "decline", "ask")
NEEDED = {"sign": "name", "decline": "words", "ask": "words"}


class AnswerForm(forms.Form):
    """`said` of the edition as it read (`read_as`)."""

    said = forms.ChoiceField(choices=[(one, one) for one in SAID])
    seen = forms.CharField(max_length=16)
    name = forms.CharField(max_length=120, required=False)
    agrees = forms.BooleanField(required=False)
    words = forms.CharField(max_length=2_000, required=False)
    clause = forms.IntegerField(required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        needed = NEEDED.get(told.get("said", ""))
        if needed and not told.get(needed):
            self.add_error(needed, _("Write your name.") if needed == "name" else _("Write what you mean."))
        if told.get("said") == "sign" and not told.get("agrees"):
            self.add_error("agrees", _("Tick that you sign for your company."))
        return told


def may_ask_to_sign(user: Any, contract: Any) -> bool:
    """While an edition of it waits to be signed."""
    return may_work(user) and contract.editions.filter(outcome=Outcome.SENT).exists()


@purpose(
    PURPOSE, "contracts.contract", label=_("A contract to read and sign"), action=_("A new link to sign"), days=60,
    asks_who=True, may=may_ask_to_sign,
)  # fmt: skip
def sign(request: HttpRequest, link: Any, contract: Contract) -> HttpResponse:
    """GET shows the contract, `?pdf=1` as PDF; POST takes one answer and comes back to it."""
    edition = contract.editions.order_by("-number").first()
    if edition is None:
        raise Http404
    if "pdf" in request.GET and request.method == "GET":
        return contract_pdf(request, contract, edition)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _take(form.cleaned_data, link, request, contract, edition)
        except Refused as refused:
            form.add_error("name" if form.cleaned_data["said"] == "sign" else None, _words(refused, contract, form))
            edition.refresh_from_db()
        else:
            return redirect(f"{request.path}#{'clauses' if form.cleaned_data['said'] == 'ask' else 'sign'}")
    return render(request, "contracts/sign.html", _shown(request, link, contract, edition, form), status=_status(form))


def _words(refused: Refused, contract: Contract, form: forms.Form) -> str:
    """Who read all of it as it stands, and cannot sign it all the same, hears from us: we are told, once."""
    if not isinstance(refused, ReadAgain) or form.cleaned_data["seen"] != contract.latest.read_as:
        return str(refused)
    with suppress(Refused):
        contract.note_stuck(by=User.objects.system())
    return gettext("We have to look at this once more ourselves. You will hear from us.")


def _status(form: forms.Form) -> int:
    return 422 if form.errors else 200


@again_on_deadlock
def _take(said: dict[str, Any], link: Any, request: HttpRequest, contract: Contract, edition: Any) -> None:
    """Raises ReadAgain when that is no longer what was read, LinkEnded, WrongState, NotReadYet, OtherName."""
    system = User.objects.system()
    with transaction.atomic():
        link.use(request, contract)
        if edition.read_as != said["seen"]:
            raise ReadAgain
        if said["said"] == "read":
            contract.note_read(by=system)
        elif said["said"] == "sign":
            contract.sign(by=system, contact=edition.contact, how=How.SIGNATURE, name=said["name"])
        elif said["said"] == "decline":
            contract.decline(by=system, contact=edition.contact, reason=said["words"])
        else:
            clause = next((one for one in edition.entries if one.pk == said["clause"]), None)
            contract.note_question(by=system, words=said["words"], clause=clause)


def _shown(request: HttpRequest, link: Any, contract: Contract, edition: Any, form: Any) -> dict[str, Any]:
    asked = request.POST.get("said") if form.errors else request.GET.get("write", "")
    return {
        "link": link,
        "contract": contract,
        "edition": edition,
        "lines": edition.read(),
        "waits": edition.outcome == Outcome.SENT,
        "form": form,
        "writes": asked if asked in ("decline", "ask") else "",
        "about": request.POST.get("clause") or request.GET.get("clause", ""),
    }
