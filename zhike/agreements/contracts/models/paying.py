"""Invoicing a payment, receiving it, and putting either right."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import Paid, State
from zhike.agreements.contracts.errors import AlreadyNoted, AlreadyStruck, NumberTaken, TooMuch
from zhike.agreements.contracts.models.billing import Billing
from zhike.agreements.contracts.steps import CorrectForm, InvoiceForm, ReasonForm, ReceiveForm, TakeBackForm
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.amending import told
from zhike.core.timeline.moment import moment

DAYS_TO_PAY = 30
NUMBERS = 7_252  # first key of the advisory lock under which an invoice number is given


def stands(payment: Any) -> bool:
    return payment.archived_at is None


def _is_agreed(payment: Any) -> bool:
    return stands(payment) and bool(payment.is_agreed)


def _may_be_dropped(payment: Any) -> bool:
    """What waits to be signed stays as it was sent."""
    return stands(payment) and payment.contract.state != State.SENT


def _is_untouched(payment: Any) -> bool:
    return stands(payment) and not payment.received


def _without_receipts(payment: Any) -> AlreadyStruck | None:
    return None if any(one.struck_at is None for one in payment.receipts.all()) else AlreadyStruck()


class Paying:
    state: Any
    pay_by: Any
    invoiced_on: Any

    @transition(
        source=Paid.PLANNED, target=Paid.INVOICED, may=may_work, when=_is_agreed, tells=events.INVOICED,
        label=_("Invoiced"), icon="money", form=InvoiceForm, look="primary",
    )  # fmt: skip
    def invoice(
        self: Any, *, by: Any, number: str, on: date | None = None, due_on: date | None = None, code: str = "",
        tax_rate: Decimal | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        """The invoice went out; to be paid within thirty days where no day is said. Raises NumberTaken."""
        self.claim(number)
        self.number, self.invoiced_on = number, on or timezone.localdate(moment())
        self.code, self.tax_rate = code, tax_rate
        self.pay_by = due_on or self.invoiced_on + timedelta(days=DAYS_TO_PAY)
        billing = Billing.objects.standing().filter(client=self.client_id).first()
        self.made_out_to = billing.told() if billing else {}
        return {"name": str(self), "number": number}

    def claim(self: Any, number: str) -> None:
        """Let whoever gives the same number at the same moment wait, and be told that it is taken."""
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s, hashtext(%s))", [NUMBERS, number])
        if type(self).objects.standing().filter(number=number).exclude(pk=self.pk).exists():
            raise NumberTaken(number)

    @transition(
        source=Paid.INVOICED, may=may_work, when=stands, tells=events.RECEIVED, label=_("Received"), icon="check",
        form=ReceiveForm, look="primary",
    )  # fmt: skip
    def receive(
        self: Any, *, by: Any, amount: Decimal, on: date | None = None, note: str = "", key: str = ""
    ) -> dict[str, Any]:
        """A part of it, or all. Raises TooMuch, and AlreadyNoted for a key that came before."""
        if key and self.receipts.filter(key=key).exists():
            raise AlreadyNoted
        if amount > self.left:
            raise TooMuch(self.left)
        self.receipts.create(
            amount=amount, received_on=on or timezone.localdate(moment()), note=note, key=key, noted_by=by,
            noted_at=moment(),
        )  # fmt: skip
        if self.left <= 0:
            self.state = Paid.RECEIVED
        return {"name": str(self), "amount": f"{told(amount)} {self.currency}"}

    @transition(
        source=(Paid.INVOICED, Paid.RECEIVED), target=Paid.INVOICED, may=may_work, when=stands,
        against=_without_receipts, tells=events.CORRECTED, label=_("Strike a receipt"), icon="undo", form=CorrectForm,
    )  # fmt: skip
    def correct(self: Any, *, by: Any, receipt: Any, reason: str) -> dict[str, Any]:
        """It was noted wrongly, or bounced: it counts no more, and is still shown. Raises AlreadyStruck."""
        if not self.receipts.filter(pk=receipt.pk, struck_at=None).update(struck_at=moment()):
            raise AlreadyStruck
        return {"name": str(self), "amount": f"{told(receipt.amount)} {self.currency}", "reason": reason}

    @transition(
        source=Paid.INVOICED, target=Paid.PLANNED, may=may_work, when=_is_untouched, tells=events.TOOK_BACK_INVOICE,
        label=_("Take the invoice back"), icon="undo", form=TakeBackForm,
    )  # fmt: skip
    def take_back_invoice(self: Any, *, by: Any, reason: str, red: str = "") -> dict[str, Any]:
        """Cancelled or reversed (作废、红冲), by the credit note `red`; its number is free, and kept."""
        was, today = self.number, told(timezone.localdate(moment()))
        said = {"number": was, "code": self.code, "red": red, "on": today, "reason": reason}
        self.taken_back = [*self.taken_back, said]
        self.number, self.code, self.tax_rate = "", "", None
        self.invoiced_on, self.pay_by, self.made_out_to = None, None, {}
        return {"name": str(self), "reason": reason, "number": was}

    @transition(
        source=Paid.PLANNED, target=Paid.DROPPED, may=may_work, when=_may_be_dropped, tells=events.DROPPED,
        label=_("Drop it"), icon="close", form=ReasonForm,
    )  # fmt: skip
    def drop(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """It will not be asked for."""
        return {"name": str(self), "reason": reason}
