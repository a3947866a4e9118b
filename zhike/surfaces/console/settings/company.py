"""The company's own page: its name, its region, who sees the clients."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.forms import CountryField
from zhike.core.access.models import Company
from zhike.core.access.preferences import change_company, company
from zhike.core.history.feed import feed_of_record
from zhike.core.record.fields import CurrencyField
from zhike.core.resources.reader import Reader
from zhike.surfaces.console.settings import demo
from zhike.surfaces.console.settings.index import administers

SEEN_BY = [
    ("everyone", _("Everyone on staff sees every client. A single client can be kept to its team or to a few.")),
    ("team", _("The owner, the deputy, their team, those who watch it, and the managers above them see a client.")),
    (
        "few",
        _("The owner, the deputy, those who watch it, and the managers above them see a client. Its team does not."),
    ),
]


class CompanyForm(forms.ModelForm):
    region = CountryField(label=_("Region"), help_text=_("Whose national telephone and tax numbers are meant."))
    currency = CurrencyField(label=_("Currency"), help_text=_("In which purchases and the like are added up."))
    client_visibility = forms.ChoiceField(
        label=_("Who sees a client"),
        choices=SEEN_BY,
        widget=forms.RadioSelect,
        help_text=_("Administrators see all clients. A client’s own setting can only be narrower than this."),
    )

    class Meta:
        model = Company
        fields = ("name", "region", "currency", "answer_hours", "client_visibility", "exporters", "plain_to")
        help_texts = {
            "name": _("Stands at the head of every page."),
            "answer_hours": _("By when a client’s message wants its first answer; a tier may promise less."),
            "exporters": _("Who may take what a list shows out as a file, by page, API and command."),
            "plain_to": _("For everyone else they are masked, such as +86 138••••00."),
        }


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/company/."""
    administers(request)
    form = CompanyForm(request.POST or None, instance=Company.objects.filter(pk=1).first() or company())
    if request.method == "POST" and form.is_valid():
        change_company(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("settings_company")
    return render(request, "settings/company.html", _context(request, form), status=422 if form.errors else 200)


def _context(request: HttpRequest, form: CompanyForm) -> dict[str, Any]:
    feed = feed_of_record(Company(pk=1), Reader(request.user))
    return {"form": form, "feed": feed, "demo": demo.is_there()}
