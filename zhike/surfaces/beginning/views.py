"""The first page of an empty installation, and the steps behind it."""

from typing import Any

from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.jobs.start import start
from zhike.core.links.visitors import address_of, comes_too_often
from zhike.surfaces.beginning.code import nobody_yet
from zhike.surfaces.beginning.forms import FirstForm
from zhike.surfaces.beginning.steps import STEPS, next_step, passed
from zhike.surfaces.beginning.workflows import make_first_administrator, pass_step
from zhike.surfaces.console.settings import demo
from zhike.surfaces.console.settings.index import administers

TRIES = 10  # a minute, from one address


@never_cache
def first(request: HttpRequest) -> HttpResponse:
    """GET and POST /welcome/: there only while there is nobody."""
    if not nobody_yet():
        raise Http404
    form = FirstForm(request.POST or None)
    if request.method == "POST":
        if comes_too_often(f"welcome {address_of(request)}", TRIES):
            return render(request, "beginning/first.html", {"form": FirstForm(), "too_often": True}, status=429)
        if form.is_valid():
            said = {name: value for name, value in form.cleaned_data.items() if name != "code"}
            person = make_first_administrator(language=get_language() or "", **said)
            return perform_login(request, person, email_verification="none", redirect_url="/welcome/company/")
    return render(request, "beginning/first.html", {"form": form}, status=422 if form.errors else 200)


@login_required
def step(request: StaffRequest, name: str) -> HttpResponse:
    """GET and POST /welcome/company/ and so on; `skip` passes it without an answer."""
    administers(request)
    if name not in STEPS:
        raise Http404
    one = STEPS[name]
    if request.method == "POST" and "skip" in request.POST:
        return _on(request, name)
    form = _form(one, request)
    if request.method == "POST" and (form is None or form.is_valid()):
        if form:
            form.keep(request.user)
        return _on(request, name)
    told = {"step": one, "form": form, "steps": _steps(name), "demo": name == "clients" and demo.is_there()}
    return render(request, "beginning/step.html", told, status=422 if form and form.errors else 200)


@login_required
def done(request: StaffRequest) -> HttpResponse:
    """GET /welcome/done/: what there is to do next."""
    administers(request)
    return render(request, "beginning/done.html", {"steps": _steps(""), "demo": demo.is_there()})


@login_required
@require_POST
def build_demo(request: StaffRequest) -> HttpResponse:
    """POST /welcome/demo/: a job builds the demo company beside one's own; it can be taken out again."""
    administers(request)
    if demo.is_there():
        messages.error(request, gettext("The demo company is there already."))
        return redirect("welcome_step", "clients")
    pass_step("clients", by=request.user)
    return redirect(start("demo.build", by=request.user, title=gettext("Build the demo company")).get_absolute_url())


def _form(one: Any, request: StaffRequest) -> Any:
    more = {"instance": request.user} if one.name == "language" else {}
    return one.form(request.POST or None, **more) if one.form else None


def _on(request: StaffRequest, name: str) -> HttpResponse:
    pass_step(name, by=request.user)
    following = next_step(name)
    return redirect("welcome_step", following) if following else redirect("welcome_done")


def _steps(current: str) -> list[dict[str, Any]]:
    known = passed()
    return [{"one": one, "passed": name in known, "current": name == current} for name, one in STEPS.items()]
