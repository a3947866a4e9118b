"""Offers and what was offered to whom, declared; and what lists of clients and purchases know of them."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.clients.offers.acting import offer_field, offer_to
from zhike.clients.offers.choices import Answer, Gives, State
from zhike.clients.offers.forms import OfferForm, OfferingForm
from zhike.clients.offers.groups import of_an_offer
from zhike.clients.offers.models import Offer, Offering
from zhike.clients.offers.pages import OfferingPage, OfferPage
from zhike.clients.offers.shown import state_badge
from zhike.clients.rules.pages import RuleFormPage
from zhike.core.pages import acting
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import extend, register
from zhike.core.resources.resource import Resource, SearchText


def _gives(offer: Any, _reader: Reader) -> str:
    return text(offer.price or offer.get_gives_display())


def _what(offering: Any, _reader: Reader) -> str:
    return format_html('<a href="/offerings/OG-{}/">{}</a>', offering.pk, offering.offer)


def _state(record: Any, _reader: Reader) -> str:
    return state_badge(record)


register(
    Resource(
        name="offers",
        model=Offer,
        form=OfferForm,
        icon="tag",
        columns=(
            Column(
                "title", _("Offer"), lambda one, reader: reader.link(one), needs=("title", "title_zh"), sort="title",
                wide=False,
            ),
            Column("state", _("State"), _state, needs=("state",), sort="state", wide=False),
            Column("gives", _("What it gives"), _gives, needs=("gives", "percent", "amount", "currency")),
            column(Offer, "valid_from"),
            column(Offer, "valid_until", wide=False),
            column(Offer, "code"),
            column(Offer, "segment", shown=False),
            column(Offer, "most", shown=False, number=True),
            column(Offer, "each", shown=False, number=True),
            column(Offer, "text", shown=False, cut=True),
        ),
        filters=(
            filters.choice("state", _("State"), State.choices),
            filters.choice("gives", _("What it gives"), Gives.choices),
            filters.when("valid_until", _("Valid until")),
            filters.archived(),
        ),
        views=((_("Open"), "state=open"),),
        search=SearchText(names=("title", "title_zh"), details=("code",), body=("text",)),
        pages={"detail": OfferPage, "add": RuleFormPage, "edit": RuleFormPage, "board": None},
    )
)  # fmt: skip

register(
    Resource(
        name="offerings",
        model=Offering,
        form=OfferingForm,
        icon="tag",
        columns=(
            Column(
                "offer", _("Offer"), _what, needs=("offer_id", "offer__title", "offer__title_zh"), joins=("offer",),
                wide=False,
            ),
            column(Offering, "client", wide=False),
            Column("state", _("State"), _state, needs=("state",), sort="state", wide=False),
            column(Offering, "contact"),
            column(Offering, "created_by", label=_("Offered by")),
            column(Offering, "created_at", label=_("Offered")),
            column(Offering, "uses", number=True, shown=False),
            Column("source_text", _("Where it was said"), lambda one, reader: reader.with_links(one.source_text),
                   needs=("source_text",), shown=False),
        ),
        filters=(
            filters.link("offer", _("Offer")),
            filters.link("client", _("Client")),
            filters.choice("state", _("State"), Answer.choices),
            filters.person("created_by", _("Offered by")),
            filters.person("client__owner", _("Owner of the client")),
            filters.archived(),
        ),
        pages={"detail": OfferingPage, "board": None},
        menu=False,
    )
)  # fmt: skip

extend("clients", filters=(of_an_offer("offer", _("Offer"), "pk"),))
extend("purchases", filters=(of_an_offer("client__offer", _("Offer to the client"), "client"),))
acting.offer("clients", acting.Offer("offer", _("Offer them"), offer_field, offer_to))
