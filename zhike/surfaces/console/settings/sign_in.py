"""Of whom a second step is asked, and who has none yet."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Role, User
from zhike.core.access.preferences import change_company, company
from zhike.core.access.protected import protected
from zhike.surfaces.console.settings.index import administers


class SecondStepForm(forms.Form):
    two_factor_roles = forms.MultipleChoiceField(
        label=_("Ask for a second step from"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everyone in these roles sets up an app with codes or a passkey before anything else opens."),
    )


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/sign-in/."""
    administers(request)
    form = SecondStepForm(request.POST or None, initial={"two_factor_roles": company().two_factor_roles})
    if request.method == "POST" and (form := SecondStepForm(request.POST)).is_valid():
        change_company(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("settings_sign_in")
    return render(request, "settings/sign_in.html", _context(form), status=422 if form.errors else 200)


def _context(form: SecondStepForm) -> dict[str, Any]:
    staff = User.objects.at_work()
    without = staff.exclude(pk__in=protected()).order_by("name")
    asked = company().two_factor_roles
    return {
        "form": form,
        "all": staff.count(),
        "with_number": staff.filter(pk__in=protected()).count(),
        "still_asked": without.filter(role__in=asked),
        "others": without.exclude(role__in=asked),
    }
