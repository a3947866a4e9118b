"""What a person sets for themselves: language, time zone, theme."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.locale import COOKIE, ZONES
from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest

THEMES = [("", _("As the system says")), ("light", _("Light")), ("dark", _("Dark"))]
YEAR = 60 * 60 * 24 * 365


class PreferencesForm(forms.ModelForm):
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("As the browser says")), *settings.LANGUAGES], required=False
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), choices=THEMES, required=False)

    class Meta:
        model = User
        fields = ("name", "language", "time_zone", "theme")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = [(zone, zone) for zone in sorted(ZONES) if "/" in zone]
        self.fields["time_zone"].choices = [("", settings.TIME_ZONE), *zones]  # type: ignore[attr-defined]


@login_required
def show(request: StaffRequest) -> HttpResponse:
    form = PreferencesForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        request.user.prefer(by=request.user, **form.cleaned_data)
        response = redirect("preferences")
        messages.success(request, gettext("Saved."))
        return _remember(response, form.cleaned_data["language"])
    return render(request, "console/preferences.html", {"form": form})


def _remember(response: Any, language: str) -> Any:
    if language:
        response.set_cookie(COOKIE, language, max_age=YEAR, samesite="Lax")
    return response
