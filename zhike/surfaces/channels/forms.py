"""The gate of mails that came in, which nobody changes, and that of the mailbox."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.mail.models import Inbox
from zhike.core.mail.models.inbox import InboxSecurity
from zhike.core.record.form import RecordForm
from zhike.surfaces.channels.models import Incoming


class IncomingForm(RecordForm):
    """A mail says what it said, and comes in by the mailbox alone; its subject may say more before it is placed."""

    asks_own = False

    class Meta:
        model = Incoming
        fields = ("subject",)

    def clean(self) -> dict[str, Any]:
        if not self.instance.pk:
            raise ValidationError(_("Mails are not typed in. Write to the client, and the answer comes in here."))
        return super().clean() or self.cleaned_data


class InboxForm(forms.ModelForm):
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Kept sealed and never shown again. Left empty, the one that stands is kept."),
    )
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65_535, initial=993)
    security = forms.ChoiceField(label=_("Security"), choices=InboxSecurity, widget=forms.RadioSelect)

    class Meta:
        model = Inbox
        fields = ("address", "host", "port", "security", "user", "password", "folder", "marks")
        help_texts = {
            "address": _("Answers to our mails go to this address, and come in from its mailbox."),
            "host": _("For example imap.example.com. Left empty, nothing is read and answers go to whoever wrote."),
            "folder": _("Where new mails lie. What lay there before stays unread here; nothing is changed or removed."),
            "marks": _(
                "Only where the server takes desk+anything@… for desk@…: an answer is then known by its address."
            ),
        }

    def clean_host(self) -> str:
        host: str = self.cleaned_data["host"].strip()
        if "://" in host or "/" in host or " " in host:
            raise ValidationError(_("Give the server’s name alone, without address parts around it."))
        return host

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("host") and not said.get("address") and "address" not in self.errors:
            self.add_error("address", _("Say the address whose mailbox this is: answers are sent there."))
        return said
