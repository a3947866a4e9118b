"""The link by which the contact tries a prototype."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zhike.agreements.twins.spoken import spoken
from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest
from zhike.core.files.serving import hand_over
from zhike.core.lifecycle.errors import WrongState
from zhike.core.links.purposes import purpose
from zhike.domains.projects.errors import NewerVersion
from zhike.domains.requirements.by_link import ByLink
from zhike.domains.requirements.tryouts.forms import ErrandsForm
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.pages import pinned
from zhike.domains.requirements.tryouts.steps import PointForm

PURPOSE = "tryouts.try"
TRYING = ByLink(
    purpose=PURPOSE,
    mail="tryouts/mail",
    page="tryouts/try.html",
    heading=_("Let them try it by link"),
    about=_("They get a link which needs no log-in, try the prototype there, and say how each errand went, once."),
    words=_("%(who)s, a prototype is ready for you to try, %(what)s: %(address)s"),
    nothing=_("Say of at least one how it went."),
)


@login_required
@require_http_methods(["GET", "POST"])
def make_link(request: StaffRequest, reference: str) -> HttpResponse:
    """A link for the contact, by mail or to be copied."""
    return TRYING.ask(request, get_object_or_404(Tryout.objects.visible_to(request.user).by_reference(reference)))


@purpose(
    PURPOSE, "tryouts.tryout", label=_("A prototype to try"), action=_("Let them try it by link"), days=30,
    asks_who=True,
)  # fmt: skip
def try_by_link(request: HttpRequest, link: Any, tryout: Any) -> HttpResponseBase:
    """GET shows prototype (`?file`: its file) and errands; POST points at something (`said=pin`), or sends in how all
    went; after that it says thank you."""
    if request.method != "POST" and "file" in request.GET:
        return _file(request, tryout)
    sent = request.POST if request.method == "POST" else None
    points = sent is not None and sent.get("said") == "pin"
    read = spoken(tryout)
    pin_form = PointForm(sent if points else None, record=tryout)
    pin_form.read_as(read.of)
    if points and not (wrong := _point(request, link, tryout, pin_form)):
        return redirect(f"{request.path}#pins")
    form = ErrandsForm(None if points else sent, errands=read.all_of(tryout.errands.all()))
    told = pinned(tryout) | {"pin_form": pin_form, "refused": wrong if points else ""}
    told["deliverable"] = spoken(tryout.deliverable)
    return TRYING.take(request, link, tryout, form, **told)


def _file(request: HttpRequest, tryout: Any) -> HttpResponseBase:
    try:
        return hand_over(request, tryout.version_tried.file)
    except (AttributeError, FileNotFoundError):
        raise Http404 from None


def _point(request: HttpRequest, link: Any, tryout: Any, form: PointForm) -> str:
    """What is wrong; "" when it was taken down."""
    if not form.is_valid():
        return " ".join(str(one[0]) for one in form.errors.values())
    try:
        with transaction.atomic():
            link.use(request, tryout)
            tryout.point(by=User.objects.system(), **form.cleaned_data)
    except (NewerVersion, WrongState) as refused:
        return str(refused)
    return ""
