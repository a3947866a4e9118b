"""Trade-offs, declared."""

from django.utils.translation import gettext_lazy as _

from zhike.agreements.tradeoffs import choosing  # noqa: F401  (what their links are for)
from zhike.agreements.tradeoffs.choices import State
from zhike.agreements.tradeoffs.forms import TradeoffForm
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.tradeoffs.pages import TradeoffPage
from zhike.agreements.tradeoffs.shown import state_badge
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText

register(
    Resource(
        name="tradeoffs",
        model=Tradeoff,
        form=TradeoffForm,
        icon="columns",
        order="-id",
        columns=(
            Column("title", _("Trade-off"), lambda one, reader: reader.link(one), needs=("title",), wide=False),
            column(Tradeoff, "client", wide=False),
            Column("state", _("State"), lambda one, _r: state_badge(one), needs=("state",), sort="state", wide=False),
            column(Tradeoff, "contact"),
            column(Tradeoff, "owner"),
            column(Tradeoff, "wish", shown=False, cut=True),
            column(Tradeoff, "because", shown=False, cut=True),
            column(Tradeoff, "source_text", shown=False),
            column(Tradeoff, "created_at", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.choice("state", _("State"), State.choices),
            filters.person("owner", _("Looked after by")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=((_("Wait for their choice"), "state=sent"), (_("Mine"), "owner=me")),
        search=SearchText(details=("title",), body=("wish", "because")),
        pages={"detail": TradeoffPage, "board": None},
        menu=False,
    )
)
