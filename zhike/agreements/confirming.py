"""The page behind the link: a letter which asks whether we remember it right, item by item."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import UNSETTLED, How, State
from zhike.agreements.errors import NeedsApproval, OnlyWithContract, ReadAgain
from zhike.agreements.following import terms_of
from zhike.agreements.models import Entry, Readback
from zhike.agreements.models.agreeing import is_signed
from zhike.agreements.subjects import subject_of
from zhike.agreements.twins.seen import seen_with_twins
from zhike.agreements.twins.spoken import all_spoken, spoken
from zhike.agreements.workflows import PURPOSE, answer
from zhike.core.lifecycle.errors import WrongState
from zhike.core.links.purposes import purpose

SAID = ("confirm", "correct", "ask", "retract")


class AnswerForm(forms.Form):
    """`said` of `entry` as it read (`seen`); `words` go with a correction and a question."""

    entry = forms.IntegerField()
    said = forms.ChoiceField(choices=[(one, one) for one in SAID])
    seen = forms.CharField(max_length=16)
    words = forms.CharField(max_length=2_000, required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("said") in ("correct", "ask") and not told.get("words"):
            self.add_error("words", _("Write what you mean."))
        return told


@dataclass(frozen=True)
class Item:
    """One entry of the letter. `open` asks for an answer; `asked` is the act in which they asked or corrected;
    `seen` is what they have before them.
    """

    entry: Any
    kind: str
    open: bool
    confirmed: bool
    asked: Any
    seen: str
    error: str = ""
    writes: str = ""

    @property
    def may_retract(self) -> bool:
        return self.confirmed and self.entry.supersedes_id is None and not is_signed(self.entry)

    @property
    def by_silence(self) -> bool:
        return self.confirmed and self.entry.confirmed_how == How.SILENCE


@purpose(
    PURPOSE, "agreements.readback", label=_("What we agreed, to confirm"), action=_("A new link to confirm"), days=30,
    asks_who=True,
)  # fmt: skip
def confirm(request: HttpRequest, link: Any, readback: Readback) -> HttpResponse:
    """GET shows the letter; POST takes one answer and comes back to it. `?write=7` opens the lines of an item."""
    entries = readback.lines()
    wrong: dict[int, str] = {}
    if request.method == "POST":
        form = AnswerForm(request.POST)
        wrong = _take(request, link, readback, entries, form)
        if not wrong:
            return redirect(f"{request.path}#item-{form.cleaned_data['entry']}")
    items = [_item(entry, wrong.get(entry.pk, ""), request) for entry in all_spoken(entries)]
    done = sum(1 for item in items if not item.open)
    told = {"link": link, "readback": spoken(readback), "items": items, "done": done, "left": len(items) - done}
    told["terms"] = terms_of(readback)
    return render(request, "agreements/confirm.html", told, status=422 if wrong else 200)


def _take(
    request: HttpRequest, link: Any, readback: Readback, entries: list[Entry], form: AnswerForm
) -> dict[int, str]:
    """What is wrong, by entry; nothing when the answer was taken down. 404 for what is not in the letter."""
    by_pk = {entry.pk: entry for entry in entries}
    valid = form.is_valid()
    entry = by_pk.get(form.cleaned_data.get("entry") or 0)
    if entry is None or "said" in form.errors:
        raise Http404
    if not valid:
        return {entry.pk: " ".join(str(one[0]) for one in form.errors.values())}
    said = form.cleaned_data
    try:
        answer(readback, entry, said["said"], link=link, request=request, seen=said["seen"], words=said["words"])
    except NeedsApproval:
        return {entry.pk: str(_("We have to look at this once more ourselves. You will hear from us."))}
    except (OnlyWithContract, ReadAgain, WrongState) as refused:
        entry.refresh_from_db()
        return {entry.pk: str(refused)}
    return {}


def _item(entry: Any, error: str, request: HttpRequest) -> Item:
    writes = request.GET.get("write", "") if request.GET.get("item") == str(entry.pk) else ""
    writes = request.POST.get("said", "") if error and request.method == "POST" else writes
    asked = entry.acts.order_by("-pk").first() if entry.state == State.QUESTIONED else None
    waits = entry.state in UNSETTLED and not entry.is_of_head
    return Item(
        entry, subject_of(entry), waits, entry.state == State.CONFIRMED, asked,
        seen_with_twins(entry), error,
        writes if writes in ("correct", "ask") else "",
    )  # fmt: skip
