"""The gates for webhooks and deliveries."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.base.outbound import Astray, checked
from zhike.core.record.form import RecordForm
from zhike.surfaces.webhooks import choices
from zhike.surfaces.webhooks.models import Delivery, Webhook

ROWS = 12
WORDS: dict[str, Any] = {
    "scheme": _("Take an address that begins with https://."),
    "host": _("This address names no machine, or says a password. Take one such as https://example.com/zhike."),
    "private": _("This address is in a private network. An administrator can allow that: ZHIKE_WEBHOOKS_PRIVATE."),
}


class ByArea(forms.SelectMultiple):
    """Kinds of events under the first word of their names."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups: dict[str, list[Any]] = {}
        for _none, options, _index in super().optgroups(name, value, attrs):
            for option in options:
                groups.setdefault(str(option["value"]).partition(".")[0], []).append(option)
        return [(area, options, n) for n, (area, options) in enumerate(groups.items())]


class WebhookForm(RecordForm):
    address = forms.URLField(
        label=_("Address"), max_length=500, assume_scheme="https",
        help_text=_("Where a program of yours listens. It gets a POST with JSON, signed with the webhook's secret."),
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label=_("What it hears of"), choices=choices.kinds, required=False,
        widget=ByArea(attrs={"size": ROWS}), help_text=_("Nothing chosen means everything that you see."),
    )  # fmt: skip
    about = forms.MultipleChoiceField(
        label=_("Of which records"), choices=choices.records, required=False,
        widget=forms.SelectMultiple(attrs={"size": ROWS}), help_text=_("Nothing chosen means all."),
    )  # fmt: skip

    class Meta:
        model = Webhook
        fields = ("name", "address", "kinds", "about")

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        try:
            checked(address, private=settings.PRIVATE_WEBHOOKS)
        except Astray as astray:
            raise ValidationError(WORDS[astray.why]) from astray
        return address


class DeliveryForm(RecordForm):
    class Meta:
        model = Delivery
        fields = ("note",)
