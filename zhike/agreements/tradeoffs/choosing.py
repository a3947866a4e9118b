"""The page behind the link: the ways side by side, of which one is chosen."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import How
from zhike.agreements.tradeoffs.choices import State
from zhike.agreements.tradeoffs.models import PURPOSE, Tradeoff
from zhike.agreements.twins.spoken import spoken
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Refused
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.links.purposes import purpose


class AnswerForm(forms.Form):
    """A `way`, or none and `words`."""

    way = forms.IntegerField(required=False)
    words = forms.CharField(max_length=2_000, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("way") and not said.get("words"):
            self.add_error("words", _("Write what you mean."))
        return said


def may_ask(user: Any, tradeoff: Any) -> bool:
    """While there is something to choose from; in a draft it says that we are changing it."""
    return may_work(user) and tradeoff.state in (State.DRAFT, State.SENT) and bool(tradeoff.ways.exists())


@purpose(
    PURPOSE, "tradeoffs.tradeoff", label=_("Ways to choose from"), action=_("A new link to choose"), days=60,
    asks_who=True, may=may_ask,
)  # fmt: skip
def choose(request: HttpRequest, link: Any, tradeoff: Tradeoff) -> HttpResponse:
    """GET shows the sheet; POST takes one answer and comes back. `?write=none` opens the lines for none of them."""
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _take(form.cleaned_data, link, request, tradeoff)
        except Refused as refused:
            form.add_error(None, str(refused))
            tradeoff.refresh_from_db()
        else:
            return redirect(request.path)
    read = spoken(tradeoff)
    told = {"link": link, "tradeoff": read, "ways": read.all_of(tradeoff.ways.all()), "form": form}
    told |= {
        "edition": tradeoff.sheets.count(),
        "waits": tradeoff.state == State.SENT,
        "writes": request.GET.get("write") == "none" or "words" in form.errors,
    }
    return render(request, "tradeoffs/choose.html", told, status=422 if form.errors else 200)


@again_on_deadlock
def _take(said: dict[str, Any], link: Any, request: HttpRequest, tradeoff: Tradeoff) -> None:
    """Raises WrongState, LinkEnded."""
    who = {"by": User.objects.system(), "contact": tradeoff.contact, "how": How.LINK}
    with transaction.atomic():
        link.use(request, tradeoff)
        way = tradeoff.ways.filter(pk=said["way"]).first() if said["way"] else None
        if way is None:
            tradeoff.refuse(words=said["words"], **who)
        else:
            tradeoff.choose(way=way, words=said["words"], **who)
