"""The gates of offers, and of offering one to a client."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client, Contact
from zhike.clients.offers.choices import Gives, State
from zhike.clients.offers.eligibility import why_not_offered
from zhike.clients.offers.models import Offer, Offering
from zhike.clients.offers.models.offer import FIXED
from zhike.clients.positions import check_stands_at
from zhike.clients.rules.forms import RuleFormField
from zhike.clients.segments.models import Segment
from zhike.core.access.preferences import company
from zhike.core.record.fields import CurrencyField, DateField, LinkField
from zhike.core.record.form import RecordForm

WANTED = {Gives.PERCENT: "percent", Gives.AMOUNT: "amount", Gives.SERVICE: "text", Gives.OTHER: "text"}


class OfferForm(RecordForm):
    """Once it is open, what clients were told stays: only words, its last day and its limit change."""

    percent = forms.DecimalField(
        label=_("Percent"), required=False, max_digits=5, decimal_places=2, min_value=Decimal("0.01"), max_value=100
    )
    amount = forms.DecimalField(
        label=_("Amount"), required=False, max_digits=14, decimal_places=2, min_value=Decimal("0.01")
    )
    currency = CurrencyField(label=_("Currency"), required=False, help_text=_("Left empty: the company’s."))
    valid_from = DateField(label=_("Valid from"))
    valid_until = DateField(label=_("Valid until"))
    segment = LinkField(Segment.objects.all(), label=_("Segment"), required=False)
    rule = RuleFormField(
        label=_("Rule"), required=False,
        help_text=_("For example its tier or its stage. With a segment, both must hold. Without either: all clients."),
    )  # fmt: skip
    each = forms.IntegerField(label=_("Uses per client"), required=False, min_value=1, max_value=1_000)
    days = forms.IntegerField(
        label=_("Days compared"), required=False, min_value=7, max_value=365,
        help_text=_("So many days of purchases before the opening are compared with as many after it."),
    )  # fmt: skip

    class Meta:
        model = Offer
        fields = (
            "title", "title_zh", "gives", "percent", "amount", "currency", "text", "valid_from", "valid_until", "code",
            "most", "each", "segment", "rule", "days",
        )  # fmt: skip
        groups = ((_("For whom"), ["segment", "rule"]), (pgettext_lazy("offer", "What it did"), ["days"]))
        widgets: ClassVar[dict[str, Any]] = {"text": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar[dict[str, Any]] = {
            "title_zh": _("Clients who read Chinese see this one."),
            "text": _("What the client gets, in words that a client may read."),
            "most": _("Left empty: as often as it is wanted."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.state != State.DRAFT:
            for name in {one.removesuffix("_id") for one in FIXED}:
                self.fields.pop(name)
        for name, usual in (("each", 1), ("days", 30)):
            self.initial.setdefault(name, usual)

    def clean_each(self) -> int:
        return self.cleaned_data["each"] or 1

    def clean_days(self) -> int:
        return self.cleaned_data["days"] or 30

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).strip().upper()
        if code and Offer.objects.standing().filter(code=code).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Another offer has this code. Choose another."))
        return code

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self._check_days(said)
        if "gives" in said:
            self._check_gift(said)
        return said

    def _check_days(self, said: dict[str, Any]) -> None:
        first, last = said.get("valid_from") or self.instance.valid_from, said.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", ValidationError(_("It would end before it begins. Choose a later day.")))

    def _check_gift(self, said: dict[str, Any]) -> None:
        """What it gives is said; what it does not give is emptied."""
        wanted = WANTED[Gives(said["gives"])]
        if wanted not in self.errors and not said.get(wanted):
            self.add_error(wanted, ValidationError(_("Say what it gives.")))
        if wanted != "percent":
            said["percent"] = None
        if wanted == "amount":
            said["currency"] = said.get("currency") or company().currency
        else:
            said["amount"], said["currency"] = None, ""


class OfferingForm(RecordForm):
    """What was offered to whom stays; where it was said may be put right."""

    client = LinkField(Client.objects.all(), label=_("Client"))
    offer = LinkField(Offer.objects.open(), label=_("Offer"))
    contact = LinkField(Contact.objects.all(), label=_("Offered to"), required=False)

    class Meta:
        model = Offering
        fields = ("client", "offer", "contact", "source_text")
        help_texts: ClassVar[dict[str, Any]] = {
            "source_text": _("A conversation, a file, minutes: their reference, such as CV-12, or words.")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("client")
            self.fields.pop("offer")

    def clean_contact(self) -> Any:
        client = self.cleaned_data.get("client") or (self.instance.client if self.instance.pk else None)
        return check_stands_at(self.cleaned_data["contact"], client)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("offer") and said.get("client") and (reason := why_not_offered(said["offer"], said["client"])):
            self.add_error("offer", ValidationError(reason))
        return said
