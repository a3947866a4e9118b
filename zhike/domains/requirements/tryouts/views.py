"""The link by which the contact tries a prototype."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest
from zhike.core.files.serving import hand_over
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.links.models import Link
from zhike.core.links.purposes import purpose
from zhike.domains.requirements.tryouts.choices import State
from zhike.domains.requirements.tryouts.forms import ErrandsForm
from zhike.domains.requirements.tryouts.models import Tryout

PURPOSE = "tryouts.try"


@login_required
@require_POST
def make_link(request: StaffRequest, reference: str) -> HttpResponse:
    """POST: a link for the contact, whose address is shown only in the answer."""
    tryout: Any = get_object_or_404(Tryout.objects.visible_to(request.user).by_reference(reference))
    if not Tryout.may_amend(request.user, tryout):
        raise Forbidden
    if tryout.state != State.OPEN or tryout.archived_at:
        messages.error(request, str(WrongState(tryout.get_state_display())))
        return redirect("tryouts:detail", tryout.reference)
    link, address = Link.objects.issue(PURPOSE, tryout, by=request.user, for_contact=tryout.contact)
    told = {"link": link, "address": address, "record": tryout, "back": f"/tryouts/{tryout.reference}/"}
    answer = render(request, "links/issued.html", told)
    answer["Cache-Control"] = "no-store"
    return answer


@purpose(
    PURPOSE, "tryouts.tryout", label=_("A prototype to try"), action=_("Let them try it by link"), days=30,
    asks_who=True,
)  # fmt: skip
def try_by_link(request: HttpRequest, link: Any, tryout: Any) -> HttpResponseBase:
    """GET shows prototype (`?file`: its file) and errands, POST sends in how all went; after that it says thank you."""
    if request.method != "POST" and "file" in request.GET:
        return _file(request, tryout)
    sent = request.POST if request.method == "POST" else None
    form = ErrandsForm(sent, errands=tryout.errands.all())
    wrong = ""
    if sent is not None and tryout.state == State.OPEN and form.is_valid():
        wrong = _take(request, link, tryout, form.said)
        if not wrong:
            return redirect(request.path)
    told = {"link": link, "tryout": tryout, "form": form, "done": tryout.state == State.DONE, "wrong": wrong}
    return render(request, "tryouts/try.html", told, status=422 if wrong or form.errors else 200)


def _file(request: HttpRequest, tryout: Any) -> HttpResponseBase:
    try:
        return hand_over(request, tryout.version_tried.file)
    except (AttributeError, FileNotFoundError):
        raise Http404 from None


def _take(request: HttpRequest, link: Any, tryout: Any, said: dict[int, tuple[str, str]]) -> str:
    """What is wrong; "" when it was taken down."""
    if not any(went for went, _reaction in said.values()):
        return gettext("Say of at least one how it went.")
    try:
        with transaction.atomic():
            link.use(request, tryout)
            tryout.send_in(by=User.objects.system(), said=said)
    except WrongState as refused:
        return str(refused)
    return ""
