"""The gate for clients and contacts."""

import re
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client, Contact
from zhike.clients.models.client import Size, Sort
from zhike.core.access.preferences import company
from zhike.core.base import tax_number
from zhike.core.base.regions import code_of
from zhike.core.base.regions import country as country_name
from zhike.core.record.fields import EmailsField, LinkField, PersonField, PhonesField, TagsField, read_phones
from zhike.core.record.form import RecordForm

ZONES = frozenset(available_timezones())
COUNTRIES = (
    "CN", "HK", "MO", "TW", "SG", "JP", "KR", "US", "CA", "GB", "IE", "DE", "FR", "NL", "BE", "CH", "AT", "IT", "ES",
    "PT", "SE", "NO", "DK", "FI", "PL", "CZ", "AU", "NZ", "IN", "TH", "VN", "MY", "ID", "PH", "AE", "SA", "ZA", "KE",
    "NG", "EG", "BR", "MX", "AR", "CL", "TR", "IL", "RU", "UA", "RO", "HU", "GR", "LU", "JO", "PA",
)  # fmt: skip
HOURS = re.compile(r"([01]?\d|2[0-3]):[0-5]\d-([01]?\d|2[0-4]):[0-5]\d")
LEAST_OF_SIZE = {1_000: Size.HUGE, 250: Size.LARGE, 50: Size.MIDDLE, 10: Size.SMALL, 1: Size.MICRO}

PLACE = ("country", "province", "city", "district", "street", "postcode")
REACH = ("phones", "emails", "wechat", "preferred_channel", "language", "reachable", "time_zone")


class CountryField(forms.ChoiceField):
    """A country by its ISO code, or by a name of it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: [("", "—"), *((code, country_name(code)) for code in COUNTRIES)], **kwargs)

    def to_python(self, value: Any) -> str:
        said = str(value or "").strip()
        return code_of(said) or said.upper()

    def valid_value(self, value: str) -> bool:
        return value in COUNTRIES


class SizeField(forms.ChoiceField):
    """A band; a head count is put into its band."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[("", "—"), *Size.choices], **kwargs)

    def to_python(self, value: Any) -> str:
        said = str(value or "").strip().replace(",", "")
        if said.isdecimal() and len(said) < 9:
            return next((str(band) for least, band in LEAST_OF_SIZE.items() if int(said) >= least), "")
        return said


class ReachableForm(RecordForm):
    """What clients and contacts share: how to reach them, and how they like it.

    `home` is the region of national numbers where the client says none; empty means the company's.
    """

    home = ""

    phones = PhonesField(label=_("Phone"), required=False, help_text=_("Several: one per line."))
    emails = EmailsField(label=_("E-mail"), required=False, help_text=_("Several: one per line."))
    tags = TagsField(label=_("Tags"), required=False, help_text=_("Separated by commas."))

    def clean_phones(self) -> list[str]:
        return read_phones(self.cleaned_data["phones"], self.region())

    def region(self) -> str:
        """Whose national phone numbers are meant."""
        return self.home or company().region

    def clean_reachable(self) -> str:
        said = self.cleaned_data["reachable"].replace("：", ":").replace("–", "-").replace(",", " ")
        for stretch in said.split():
            if not HOURS.fullmatch(stretch):
                raise ValidationError(
                    _("“%(said)s” is not a stretch of hours. Write 09:00-12:00 13:30-18:00."), params={"said": stretch}
                )
        return " ".join(said.split())

    def clean_time_zone(self) -> str:
        said: str = self.cleaned_data["time_zone"]
        if said and said not in ZONES:
            raise ValidationError(_("No time zone is called “%(said)s”. Write Asia/Shanghai."), params={"said": said})
        return said


class ClientForm(ReachableForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Sort, required=False)
    country = CountryField(label=_("Country"), required=False)
    size = SizeField(label=_("Size"), required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    owner = PersonField(label=_("Owner"), required=False)
    deputy = PersonField(label=_("Deputy"), required=False)

    class Meta:
        model = Client
        groups = (
            (_("Who looks after them"), ["owner", "deputy", "team", "visibility"]),
            (_("How to reach them"), [*REACH, "website", *PLACE]),
            (_("For the books"), ["tax_number", "size", "external_id"]),
        )
        fields = (
            "name", "short_name", "kind", "country", "tax_number", "industry", "size", "owner", "deputy", "team",
            "tags", "phones", "emails", "wechat", "website", "province", "city", "district", "street", "postcode",
            "preferred_channel", "language", "reachable", "time_zone", "visibility", "external_id", "about",
        )  # fmt: skip
        help_texts = {
            "visibility": _("Empty means what is set for the whole company; it can only be narrowed here."),
            "reachable": _("For example 09:00-12:00 13:30-18:00."),
            "external_id": _("Its number in another system."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offers who adds a client as its owner, so that it is seen and looked after from the start."""
        super().__init__(*args, **kwargs)
        if not self.instance.pk and self.by is not None:
            self.initial.setdefault("owner", self.by.pk)

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Sort.ORGANISATION

    def region(self) -> str:
        return self.cleaned_data.get("country") or self.instance.country or super().region()

    def clean_tax_number(self) -> str:
        said = self.cleaned_data["tax_number"]
        return tax_number.parse(said, self.region()) if said else ""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        owner = said.get("owner")
        if owner and "team" in said and not said["team"]:
            said["team"] = owner.team
        if owner and said.get("deputy") == owner:
            self.add_error("deputy", _("The deputy stands in for the owner; choose someone else."))
        return said


class ContactForm(ReachableForm):
    client = LinkField(Client.objects.all(), label=_("Client"), required=False)

    class Meta:
        model = Contact
        groups = ((_("How to reach them"), [*REACH]), (_("For the books"), ["tags", "external_id"]))
        fields = (
            "name", "client", "title", "form_of_address", "role", "influence", "attitude", "phones", "emails", "wechat",
            "preferred_channel", "language", "reachable", "time_zone", "tags", "external_id", "about",
        )  # fmt: skip
        help_texts = {"form_of_address": _("How the person wishes to be called: 陈总, 老郑, Ms Chen.")}

    def region(self) -> str:
        client = self.cleaned_data.get("client") or (self.instance.client if self.instance.client_id else None)
        return (client.country if client else "") or super().region()
