"""How clients can reach the team and how soon they hear back: said in both languages, as they will read it."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Company
from zhike.core.access.preferences import change_company, company
from zhike.domains.conversations.acknowledging import acknowledgement
from zhike.surfaces.console.settings.index import administers


class ReachabilityForm(forms.ModelForm):
    class Meta:
        model = Company
        fields = ("reachable_en", "reachable_zh", "answer_hours", "acknowledges")
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in ("reachable_en", "reachable_zh")}
        help_texts = {
            "reachable_en": _("Telephone, mail, WeChat, whom to ring in an emergency. The working hours are added."),
            "answer_hours": _("By when a client’s message wants its first answer; a tier may promise less."),
            "acknowledges": _("At once, by mail, with the time by which they hear from you."),
        }


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/reachability/."""
    administers(request)
    form = ReachabilityForm(request.POST or None, instance=Company.objects.filter(pk=1).first() or company())
    if request.method == "POST" and form.is_valid():
        change_company(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("settings_reachability")
    context = {"form": form, "told": [] if form.errors else _as_read()}
    return render(request, "settings/reachability.html", context, status=422 if form.errors else 200)


def _as_read() -> list[tuple[str, str, str]]:
    """(language, its name, what a client who writes now would read)."""
    now = timezone.now()
    return [(code, str(name), acknowledgement(None, now, code)) for code, name in settings.LANGUAGES]
