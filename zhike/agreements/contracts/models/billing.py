"""What a client's invoices are made out to."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import InvoiceKind
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind

ON_THE_INVOICE = ("kind", "title", "tax_number", "address", "phone", "bank", "account", "email")


class Billing(Record):
    """One for each client (开票信息): `title` is the buyer (抬头), `tax_number` its tax or VAT number (税号)."""

    prefix = "BI"
    label_fields = ("title",)

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="billings")
    kind = models.CharField(_("kind of invoice"), max_length=8, choices=InvoiceKind, default=InvoiceKind.PLAIN)
    title = models.CharField(_("made out to"), max_length=200)
    tax_number = models.CharField(_("tax number"), max_length=30, blank=True)
    address = models.CharField(_("registered address"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    bank = models.CharField(_("bank"), max_length=120, blank=True)
    account = models.CharField(_("account"), max_length=60, blank=True)
    email = models.EmailField(_("where the invoice is sent"), blank=True)
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar[Any] = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("billing details"), _("billing details")
        constraints = [
            models.UniqueConstraint(fields=["client"], name="billing_of_client", condition=models.Q(archived_at=None))
        ]

    def __str__(self) -> str:
        return self.title

    def told(self) -> dict[str, str]:
        """As it stands on an invoice."""
        return {name: str(getattr(self, name)) for name in ON_THE_INVOICE}

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.BILLED_TO
