"""What the steps of an offer ask."""

from datetime import date
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import DateField, LinkField
from zhike.core.record.step_form import StepForm


class WhyForm(StepForm):
    why = forms.CharField(label=_("Why"), max_length=300)


class RedeemForm(StepForm):
    """Offers what the client bought, the latest first."""

    on = DateField(label=_("On"), help_text=_("The day on which they used it."))
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", timezone.localdate())
        bought = apps.get_model("purchases.Purchase")._default_manager.standing().filter(client=self._client())
        self.fields["purchase"] = LinkField(bought, label=_("For which purchase"), required=False)
        self.order_fields(["on", "purchase", "note"])

    def _client(self) -> Any:
        return self.record.client_id if self.record is not None else None

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day lies ahead. Note it when they have used it."))
        return on
