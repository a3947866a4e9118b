"""The settings page of which promises need an approval."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zhike.agreements.events import CAUTIONS_SET
from zhike.agreements.models import Cautions
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.timeline.tell import tell


class CautionsForm(forms.ModelForm):
    class Meta:
        model = Cautions
        fields = ("holiday", "capacity", "scope")


@login_required
@require_http_methods(["GET", "POST"])
def cautions(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/promises/."""
    if not may_administer(request.user):
        raise Forbidden
    form = CautionsForm(request.POST or None, instance=Cautions.objects.standing())
    if request.method == "POST" and form.is_valid():
        change_cautions(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("settings_promises")
    return render(request, "agreements/cautions.html", {"form": form}, status=422 if form.errors else 200)


def change_cautions(*, by: Any, **values: bool) -> None:
    """What is held already stays held. Raises Forbidden."""
    if not may_administer(by):
        raise Forbidden
    with transaction.atomic():
        kept, _made = Cautions.objects.select_for_update().get_or_create(pk=1)
        changed = {name: [getattr(kept, name), value] for name, value in values.items() if getattr(kept, name) != value}
        Cautions.objects.filter(pk=1).update(**values)
        if changed:
            tell(CAUTIONS_SET, kept, by=by, facts={"changed": changed})
