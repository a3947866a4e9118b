"""Contracts, payments and billing details, declared."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.contracts import signing  # noqa: F401  (what their links are for)
from zhike.agreements.contracts.choices import InvoiceKind, Paid, Renewal, State
from zhike.agreements.contracts.forms import BillingForm, ContractForm, InstalmentForm
from zhike.agreements.contracts.models import Billing, Contract, Instalment
from zhike.agreements.contracts.pages import ContractPage
from zhike.agreements.contracts.shown import paid_badge, state_badge
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import nothing


def _total(contract: Any, reader: Reader) -> str:
    return nothing() if contract.amount is None else reader.money(contract.amount, contract.currency)


def _paid(payment: Any, _reader: Reader) -> str:
    return paid_badge(payment)


def _amount(payment: Any, reader: Reader) -> str:
    return reader.money(payment.amount, payment.currency)


register(
    Resource(
        name="contracts",
        model=Contract,
        form=ContractForm,
        icon="file",
        order="-id",
        columns=(
            Column("title", _("Contract"), lambda one, reader: reader.link(one), needs=("title",), wide=False),
            column(Contract, "client", wide=False),
            Column("state", _("State"), lambda one, _r: state_badge(one), needs=("state",), sort="state", wide=False),
            Column("amount", _("Total"), _total, needs=("amount", "currency"), sort="amount", number=True),
            column(Contract, "starts_on"),
            column(Contract, "ends_on"),
            column(Contract, "renewal", shown=False),
            column(Contract, "signed_on"),
            column(Contract, "contact", shown=False),
            column(Contract, "owner"),
            column(Contract, "number", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.choice("state", _("State"), State.choices),
            filters.choice("renewal", _("At the end"), Renewal.choices),
            filters.when("ends_on", pgettext_lazy("contract", "Ends")),
            filters.person("owner", _("Looked after by")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=((_("Wait for a signature"), "state=sent"), (_("Mine"), "owner=me")),
        search=SearchText(
            details=("title", "number"), body=("preamble",)
        ),
        board="state",
        pages={"detail": ContractPage},
    )
)  # fmt: skip

register(
    Resource(
        name="payments",
        model=Instalment,
        form=InstalmentForm,
        icon="money",
        order="due_on",
        columns=(
            Column("title", _("Payment"), lambda one, reader: reader.link(one), needs=("title",), wide=False),
            column(Instalment, "client", wide=False),
            column(Instalment, "contract"),
            Column(
                "amount", _("Amount"), _amount, needs=("amount", "currency"), sort="amount", number=True, wide=False
            ),
            column(Instalment, "due_on"),
            Column(
                "state", _("State"), _paid, needs=("state", "pay_by"), sort="state", wide=False
            ),
            column(Instalment, "number"),
            column(Instalment, "code", shown=False),
            column(Instalment, "tax_rate", shown=False, number=True),
            column(Instalment, "invoiced_on", shown=False),
            column(Instalment, "pay_by"),
            column(Instalment, "after", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("contract", _("Contract")),
            filters.choice("state", _("State"), Paid.choices),
            filters.when("due_on", pgettext_lazy("payment", "Due")),
            filters.when("pay_by", _("To be paid by")),
            filters.person("contract__owner", _("Looked after by")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=((_("Invoiced, not received"), "state=invoiced"), (_("To be invoiced"), "state=planned")),
        search=SearchText(details=("title", "number"), subtitle=lambda one: one.price, when="due_on", long=True),
        menu=False,
    )
)  # fmt: skip

register(
    Resource(
        name="billings",
        model=Billing,
        form=BillingForm,
        icon="money",
        columns=(
            Column("title", _("Made out to"), lambda one, reader: reader.link(one), needs=("title",), wide=False),
            column(Billing, "client", wide=False),
            column(Billing, "kind"),
            column(Billing, "tax_number"),
            column(Billing, "address", shown=False),
            column(Billing, "phone", shown=False),
            column(Billing, "bank", shown=False),
            column(Billing, "account", shown=False),
            column(Billing, "email"),
            column(Billing, "note", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.choice("kind", _("Kind of invoice"), InvoiceKind.choices),
            filters.archived(),
        ),
        search=SearchText(details=("title", "tax_number")),
        menu=False,
    )
)
