"""One payment of a contract's plan, and what was received of it."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import Paid, State
from zhike.agreements.contracts.models.paying import Paying
from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.base import money
from zhike.core.lifecycle.errors import WrongState
from zhike.core.record.amending import told
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind

AS_SIGNED = ("contract_id", "title", "amount", "currency", "due_on", "after")


class InstalmentQuerySet(RecordQuerySet["Instalment"]):
    def planned(self) -> Self:
        """All that count, in the order in which they fall due."""
        return self.standing().exclude(state=Paid.DROPPED).order_by("due_on", "pk")

    def open(self) -> Self:
        """Of contracts in force, not received yet; what was invoiced is owed whatever becomes of the contract."""
        planned = Q(state=Paid.PLANNED) & ~Q(contract__state=State.VOID)
        return self.planned().filter(planned | Q(state=Paid.INVOICED)).exclude(contract__in_force=None)

    def as_in(self, plan: list[dict[str, Any]]) -> None:
        """Those of a contract, as they stood in the plan of an edition (`head_of`): what came since is dropped."""
        known = {row["id"]: row for row in plan if "id" in row}
        if plan and not known:  # sent before editions named the payments
            return
        self.exclude(pk__in=known).filter(state=Paid.PLANNED).update(state=Paid.DROPPED)
        for pk, row in known.items():
            said = {name: row[name] for name in ("title", "amount", "currency", "due_on", "after") if name in row}
            back = self.filter(pk=pk, state__in=(Paid.PLANNED, Paid.DROPPED))
            back.update(archived_at=None, state=Paid.PLANNED, **said)

    def overdue(self, today: date) -> Self:
        """Invoiced, and not received by the day on the invoice."""
        return self.open().filter(state=Paid.INVOICED, pay_by__lt=today)


class Instalment(Paying, Twinned, Record):
    """`amount` is due on `due_on`, or once `after` has come about; `pay_by` is the day on the invoice `number`.

    What was signed (`AS_SIGNED`) changes only while the contract is being written. `made_out_to` is the billing details
    as they were on the day of the invoice, `code` its 发票代码 where it has one, `tax_rate` is included in `amount`.
    `taken_back` keeps the invoices that were cancelled or reversed: number, code, `red` (红字), day and reason.
    """

    prefix = "PY"
    label_fields = ("title",)
    twinned: ClassVar[Any] = {OWN: ("title", "after")}
    twin_owner = "contract__owner"

    contract = models.ForeignKey(
        "contracts.Contract", models.PROTECT, verbose_name=_("contract"), related_name="instalments"
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, verbose_name=_("client"), related_name="instalments", editable=False
    )
    title = models.CharField(pgettext_lazy("payment", "for"), max_length=200)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3)
    due_on = models.DateField(pgettext_lazy("payment", "due"))
    after = models.CharField(_("once this has come about"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=Paid, default=Paid.PLANNED, editable=False)
    number = models.CharField(_("invoice number"), max_length=60, blank=True, editable=False)
    code = models.CharField(_("invoice code"), max_length=12, blank=True, default="", db_default="", editable=False)
    tax_rate = models.DecimalField(_("tax rate, %"), max_digits=5, decimal_places=2, null=True, editable=False)
    invoiced_on = models.DateField(_("invoiced on"), null=True, editable=False)
    pay_by = models.DateField(_("to be paid by"), null=True, editable=False)
    made_out_to = models.JSONField(default=dict, editable=False)
    taken_back = models.JSONField(default=list, db_default=[], editable=False)

    objects: ClassVar[Any] = InstalmentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("payment"), _("payments")
        indexes = [
            *Record.Meta.indexes,
            models.Index(
                fields=["pay_by"], name="instalment_to_come", condition=Q(state=Paid.INVOICED, archived_at=None)
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="instalment_is_something"),
            models.UniqueConstraint(
                fields=["number"], name="invoice_number_once", condition=~Q(number="") & Q(archived_at=None)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def price(self) -> str:
        return money.shown(self.amount, self.currency, get_language() or "en")

    @property
    def received(self) -> Decimal:
        """What came in so far."""
        return sum((one.amount for one in self.receipts.all() if one.struck_at is None), Decimal(0))

    @property
    def tax(self) -> str:
        """What of the amount is tax; "" where no rate was said."""
        if self.tax_rate is None:
            return ""
        tax = (self.amount * self.tax_rate / (100 + self.tax_rate)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return money.shown(tax, self.currency, get_language() or "en")

    @property
    def left(self) -> Decimal:
        return self.amount - self.received

    @property
    def is_agreed(self) -> bool:
        """Whether it was signed as it is, with a contract that holds."""
        contract = self.contract
        if contract.in_force is None or contract.state == State.VOID:
            return False
        signed = {row.get("id", self.pk): row["amount"] for row in contract.in_force.head["plan"]}
        return bool(signed.get(self.pk) == told(self.amount))

    @property
    def is_archivable(self) -> bool:
        return self.state == Paid.PLANNED and self.contract.state == State.DRAFT

    @property
    def is_overdue(self) -> bool:
        return self.state == Paid.INVOICED and self.pay_by is not None and self.pay_by < timezone.localdate()

    def write(self, values: dict[str, Any]) -> None:
        """The client is the contract's; what was signed stays."""
        before = {name: getattr(self, name) for name in AS_SIGNED}
        super().write(values)
        self.client_id = self.contract.client_id
        changed = not self.pk or any(getattr(self, name) != was for name, was in before.items())
        if changed:
            self.check_is_written()
        if changed and self.state != Paid.PLANNED:
            raise WrongState(self.get_state_display())

    def check_is_written(self) -> None:
        """Raises WrongState unless the contract is a draft; locked, so that it is not sent in between."""
        contract = type(self.contract).objects.select_for_update(of=("self",), no_key=True).get(pk=self.contract_id)
        if contract.state != State.DRAFT:
            raise WrongState(contract.get_state_display())

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.PLANNED

    if TYPE_CHECKING:
        receipts: Any


class Receipt(models.Model):
    """Money that came in. `key` is given by who notes it, so that what is sent twice counts once."""

    stays_when_merged: ClassVar[bool] = True

    instalment = models.ForeignKey(Instalment, models.PROTECT, related_name="receipts")
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    received_on = models.DateField(_("received on"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    key = models.CharField(max_length=40, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["received_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["instalment", "key"], name="receipt_once", condition=~Q(key=""))]

    def __str__(self) -> str:
        return f"{self.received_on} {self.amount}"
