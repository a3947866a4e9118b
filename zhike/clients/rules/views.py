"""What the editor asks while a rule is being made."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from zhike.clients.models import Client
from zhike.clients.rules.fitting import fits
from zhike.clients.rules.forms import RuleWidget
from zhike.clients.rules.posted import posted, pressed
from zhike.clients.rules.reading import read
from zhike.clients.rules.wording import in_words
from zhike.core.access.request import StaffRequest
from zhike.core.pages.counting import count_of


@login_required
@require_POST
def edit(request: StaffRequest, name: str) -> HttpResponse:
    """POST /rules/edit/rule/?do=add:rule with the form: the editor again, with the pressed button's change."""
    data = request.POST.copy()
    if "do" in request.GET:
        data[f"{name}-do"] = request.GET["do"]
    said = posted(data, name)
    do, _colon, where = pressed(data, name).partition(":")
    return HttpResponse(RuleWidget().render(name, said, {"added": where if do in ("add", "group") else ""}))


@login_required
@require_POST
def count(request: StaffRequest, name: str) -> HttpResponse:
    """POST /rules/count/rule/ with the form: how many of the clients that the person sees it fits, and in words."""
    try:
        rule = read(posted(request.POST, name))
    except ValidationError:
        return render(request, "rules/count.html", {})
    seen = Client.objects.visible_to(request.user).standing()
    return render(request, "rules/count.html", {"count": count_of(fits(rule, seen)), "words": in_words(rule)})
