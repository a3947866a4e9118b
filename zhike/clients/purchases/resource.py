"""Purchases and exchange rates, declared."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.purchases.forms import PurchaseForm, RateForm
from zhike.clients.purchases.models import Purchase, Rate
from zhike.clients.purchases.sums import bought
from zhike.clients.sourced import PROVENANCE, Source
from zhike.core.access.preferences import company
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.own_filters import numbers
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import muted, nothing


def _what(purchase: Any, _reader: Reader) -> str:
    return format_html('<a href="/purchases/PU-{}/">{}</a>', purchase.pk, purchase)


def _number(value: Any) -> str:
    return text(number_format(value.normalize(), use_l10n=True, force_grouping=True))


def _quantity(purchase: Any, _reader: Reader) -> str:
    return nothing() if purchase.quantity is None else _number(purchase.quantity)


def _amount(purchase: Any, reader: Reader) -> str:
    return reader.money(purchase.amount, purchase.currency)


def _at_home(purchase: Any, reader: Reader) -> str:
    if purchase.amount_home is None:
        return muted(gettext("no rate"))
    return reader.money(purchase.amount_home, company().currency)


def _in_all(found: QuerySet[Any], reader: Reader) -> str:
    return bought(found).shown(reader)


def _rate(rate: Any, _reader: Reader) -> str:
    return _number(rate.rate)


def _currency(rate: Any, _reader: Reader) -> str:
    return format_html('<a href="/rates/FX-{}/">{}</a>', rate.pk, rate.currency)


register(
    Resource(
        name="purchases",
        model=Purchase,
        form=PurchaseForm,
        icon="money",
        order="-happened_on",
        columns=(
            Column("what", _("Purchase"), _what, needs=("what", "amount", "currency"), sort="what", wide=False),
            column(Purchase, "client", wide=False),
            column(Purchase, "happened_on", edit=True),
            Column("quantity", _("Quantity"), _quantity, needs=("quantity",), sort="quantity", number=True, edit=True),
            Column("amount", _("Amount"), _amount, needs=("amount", "currency"), number=True, wide=False, edit=True),
            Column(
                "amount_home", _("In our currency"), _at_home, needs=("amount_home",), sort="amount_home", number=True,
                total=_in_all,
            ),
            PROVENANCE,
            column(Purchase, "external_id", shown=False, edit=True),
            column(Purchase, "note", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.holds("what", _("What")),
            filters.when("happened_on", _("Day")),
            numbers("amount_home", _("In our currency")),
            filters.choice("source", _("Source"), Source.choices),
            filters.archived(),
        ),
        search=SearchText(
            details=("what", "external_id"),
            body=("note",),
            subtitle=lambda purchase: purchase.price,
            long=True,
            when="happened_on",
        ),
        importable=True,
    )
)  # fmt: skip

register(
    Resource(
        name="rates",
        model=Rate,
        form=RateForm,
        icon="money",
        order="-day",
        columns=(
            Column("currency", _("Currency"), _currency, needs=("currency",), sort="currency", wide=False),
            replace(column(Rate, "day"), wide=False),
            Column("rate", _("Rate"), _rate, needs=("rate",), number=True, wide=False, edit=True),
            column(Rate, "home"),
            column(Rate, "source", edit=True),
        ),
        filters=(filters.holds("currency", _("Currency")), filters.when("day", _("Valid from")), filters.archived()),
        menu=False,
    )
)
