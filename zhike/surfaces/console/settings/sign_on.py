"""The company's sign-on: which provider, whom it lets in, and whether it is there."""

from typing import Any

import requests
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import SignOn
from zhike.core.access.sign_on import change_sign_on
from zhike.core.access.sign_on_adapter import PROVIDER
from zhike.core.history.feed import feed_of_record
from zhike.core.resources.reader import Reader
from zhike.surfaces.console.settings.index import administers

PATIENCE = 5  # seconds


class SignOnForm(forms.ModelForm):
    issuer = forms.URLField(
        label=_("Issuer"), required=False, assume_scheme="https",
        help_text=_("The address of your identity service, as it names itself. Left empty, there is no sign-on."),
    )  # fmt: skip
    secret = forms.CharField(
        label=_("Client secret"), required=False, strip=False, max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Kept sealed and never shown again. Left empty, the one that stands is kept."),
    )  # fmt: skip
    domains = forms.CharField(
        label=_("E-mail domains"), required=False,
        help_text=_("Only people with such addresses come in, such as example.com; several with commas. Empty: all."),
    )  # fmt: skip

    class Meta:
        model = SignOn
        fields = ("name", "issuer", "client_id", "secret", "domains", "makes_people", "role")
        help_texts = {"name": _("Such as “Sign in with Example”."), "role": _("Of people who are added in this way.")}

    def clean_domains(self) -> list[str]:
        said: str = self.cleaned_data["domains"]
        return [one.strip().lower().lstrip("@") for one in said.replace("，", ",").split(",") if one.strip()]

    def clean_issuer(self) -> str:
        issuer: str = self.cleaned_data["issuer"].rstrip("/")
        if issuer and (trouble := trouble_with(issuer)):
            raise ValidationError(trouble)
        return issuer

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("issuer") and not said.get("client_id"):
            self.add_error("client_id", _("The identity service gives it to you when you register Zhike there."))
        return said


def trouble_with(issuer: str) -> str:
    """Why this is no issuer; empty where its description is found and names it."""
    try:
        answer = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=PATIENCE)
        answer.raise_for_status()
        named = str(answer.json().get("issuer", "")).rstrip("/")
    except (requests.RequestException, ValueError):
        return gettext("No OpenID Connect service answers there. Check the address, and that it can be reached.")
    said = gettext("That service names itself %(issuer)s. Write it exactly so.")
    return "" if named == issuer else said % {"issuer": named}


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/sign-on/."""
    administers(request)
    kept = SignOn.objects.filter(pk=1).first() or SignOn(pk=1)
    form = SignOnForm(request.POST or None, instance=kept, initial={"domains": ", ".join(kept.domains)})
    if request.method == "POST" and form.is_valid():
        change_sign_on(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("settings_sign_on")
    told = {
        "form": form,
        "callback": settings.ADDRESS + reverse("openid_connect_callback", args=[PROVIDER]),
        "has_secret": bool(kept.secret_sealed),
        "feed": feed_of_record(SignOn(pk=1), Reader(request.user)),
    }
    return render(request, "settings/sign_on.html", told, status=422 if form.errors else 200)
