"""Which areas the company works with."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import AREAS
from zhike.core.access.preferences import change_company, company
from zhike.surfaces.console.settings.index import administers

LINE = '<span>{}<small class="muted area-text">{}</small></span>'


class AreasForm(forms.Form):
    on = forms.MultipleChoiceField(
        label=_("Areas you work with"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("What is switched off disappears for everybody, and for programs. Nothing in it is deleted."),
    )  # fmt: skip

    def __init__(self, said: object = None) -> None:
        off = company().areas_off
        super().__init__(said, initial={"on": [name for name in AREAS if name not in off]})  # type: ignore[arg-type]
        choices = [(one.name, format_html(LINE, one.label, one.text)) for one in AREAS.values()]
        self.fields["on"].choices = choices  # type: ignore[attr-defined]


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/areas/."""
    administers(request)
    form = AreasForm(request.POST or None)
    if request.method == "POST" and (form := AreasForm(request.POST)).is_valid():
        change_company(by=request.user, areas_off=[name for name in AREAS if name not in form.cleaned_data["on"]])
        messages.success(request, gettext("Saved."))
        return redirect("settings_areas")
    return render(request, "settings/areas.html", {"form": form}, status=422 if form.errors else 200)
