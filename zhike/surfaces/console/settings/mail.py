"""The mail server's page: where mail leaves, who stands as its sender, and a test that says what is wrong."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.history.feed import feed_of_record
from zhike.core.mail.models import Letter, MailServer
from zhike.core.mail.models.server import Security
from zhike.core.mail.server import change_server, default_sender, from_environment, server
from zhike.core.mail.trying import send_test
from zhike.core.resources.reader import Reader
from zhike.surfaces.console.settings.index import administers


class MailServerForm(forms.ModelForm):
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Kept sealed and never shown again. Left empty, the one that stands is kept."),
    )
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65_535)
    security = forms.ChoiceField(label=_("Security"), choices=Security, widget=forms.RadioSelect)

    class Meta:
        model = MailServer
        fields = ("host", "port", "security", "user", "password", "sender")
        help_texts = {
            "host": _("For example smtp.example.com. Left empty, nothing is sent and mails are kept in the mailbox."),
            "sender": _("The address that stands as sender; it must belong to the user, or the server refuses it."),
        }

    def clean_host(self) -> str:
        host: str = self.cleaned_data["host"].strip()
        if "://" in host or "/" in host or " " in host:
            raise ValidationError(_("Give the server’s name alone, without address parts around it."))
        return host


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """GET and POST /settings/mail/. What the environment sets is shown and cannot be changed here."""
    administers(request)
    form = MailServerForm(request.POST or None, instance=MailServer.objects.filter(pk=1).first() or MailServer(pk=1))
    if request.method == "POST" and form.is_valid():
        change_server(by=request.user, **form.cleaned_data)
        messages.success(request, gettext("Saved. Send yourself a test now."))
        return redirect("settings_mail")
    return render(request, "settings/mail.html", _context(request, form), status=422 if form.errors else 200)


@login_required
@require_POST
def test(request: StaffRequest) -> HttpResponse:
    """POST /settings/mail/test/: one letter to whoever presses the button, and what came of it."""
    administers(request)
    used = server()
    if used is None:
        return redirect("settings_mail")
    outcome = send_test(used, to=request.user)
    form = MailServerForm(instance=MailServer.objects.filter(pk=1).first() or MailServer(pk=1))
    return render(request, "settings/mail.html", _context(request, form) | {"outcome": outcome})


def _context(request: HttpRequest, form: MailServerForm) -> dict[str, Any]:
    kept = MailServer.objects.filter(pk=1).first() or MailServer(pk=1)
    return {
        "form": form,
        "fixed": from_environment(),
        "server": server(),
        "has_password": bool(kept.password_sealed),
        "sender": default_sender(),
        "feed": feed_of_record(kept, Reader(request.user)),
        "not_arrived": Letter.objects.filter(state__in=("failed", "bounced"), archived_at=None).count(),
    }
