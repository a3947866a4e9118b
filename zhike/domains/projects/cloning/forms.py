"""What is asked for a project after another one."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client
from zhike.core.record.fields import DateField, LinkField
from zhike.core.record.step_form import StepForm


class CloneForm(StepForm):
    name = forms.CharField(label=pgettext_lazy("of a project", "Name"), max_length=200)
    client = LinkField(Client.objects.all(), label=_("Client"))
    starts_on = DateField(label=_("Begins on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {"name": self.record.name, "client": self.record.client_id, "starts_on": timezone.localdate()}
        self.initial = said | dict(self.initial)
