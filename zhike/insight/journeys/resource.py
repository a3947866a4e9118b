"""Journeys and touchpoints, declared; and the lists behind their figures, which can be narrowed to a segment."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.segments.narrowing import by_segment
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import extend, register
from zhike.core.resources.resource import Resource, SearchText
from zhike.insight.journeys.choices import Kind
from zhike.insight.journeys.forms import JourneyForm, TouchpointForm
from zhike.insight.journeys.models import Journey, Touchpoint
from zhike.insight.journeys.pages import JourneyPage, TouchpointPage
from zhike.insight.journeys.shown import measure_words, target_cell

register(
    Resource(
        name="journeys",
        model=Journey,
        form=JourneyForm,
        icon="smile",
        columns=(
            Column("name", _("Client journey"), lambda one, r: r.link(one), needs=("name",), sort="name", wide=False),
            column(Journey, "segment"),
            column(Journey, "owner"),
            column(Journey, "purpose", shown=False, cut=True),
        ),
        filters=(filters.link("segment", _("Segment")), filters.person("owner", _("Owner")), filters.archived()),
        search=SearchText(names=("name",), body=("purpose",), person="owner"),
        pages={"detail": JourneyPage, "board": None},
    )
)
register(
    Resource(
        name="touchpoints",
        model=Touchpoint,
        form=TouchpointForm,
        icon="pin",
        columns=(
            Column(
                "name", pgettext_lazy("journey", "Touchpoint"), lambda one, r: r.link(one), needs=("name",),
                sort="name", wide=False,
            ),
            column(Touchpoint, "journey", wide=False),
            column(Touchpoint, "phase"),
            column(Touchpoint, "kind"),
            column(Touchpoint, "channel"),
            column(Touchpoint, "wants", shown=False, cut=True),
            column(Touchpoint, "owner"),
            Column("measure", _("Measured by"), lambda one, _r: measure_words(one.measure), needs=("measure",)),
            Column(
                "target", pgettext_lazy("goal", "Target"), target_cell, needs=("target", "better", "measure"),
                number=True,
            ),
            column(Touchpoint, "noted", shown=False),
            column(Touchpoint, "noted_on", shown=False),
            column(Touchpoint, "position", number=True, shown=False),
        ),
        filters=(
            filters.link("journey", _("Client journey")),
            filters.choice("kind", _("What they meet"), Kind.choices),
            filters.person("owner", _("Owner")),
            filters.archived(),
        ),
        search=SearchText(
            names=("name",), body=("wants",), subtitle=lambda one: str(one.journey), prefetch=("journey",),
            person="owner",
        ),
        bulk=("owner",),
        pages={"detail": TouchpointPage, "board": None},
        menu=False,
    )
)  # fmt: skip

for name in ("promises", "conversations", "purchases"):
    extend(name, filters=(by_segment("client__segment", _("Segment of the client"), "client"),))
