"""Journeys, touchpoints and improvements, declared; and the lists behind their figures narrowed to a segment."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.segments.narrowing import by_segment
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import extend, register
from zhike.core.resources.resource import Resource, SearchText
from zhike.insight.journeys.choices import Ground, Kind, State
from zhike.insight.journeys.forms import ImprovementForm, JourneyForm, TouchpointForm
from zhike.insight.journeys.models import Improvement, Journey, Touchpoint
from zhike.insight.journeys.pages import ImprovementPage, JourneyPage, TouchpointPage
from zhike.insight.journeys.shown import before_cell, due_cell, measure_words, source_cell, state_badge, target_cell

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
register(
    Resource(
        name="improvements",
        model=Improvement,
        form=ImprovementForm,
        icon="idea",
        columns=(
            Column("text", _("What to change"), lambda one, r: r.link(one), needs=("text",), sort="text", wide=False),
            column(Improvement, "touchpoint"),
            Column("state", _("State"), lambda one, _r: state_badge(one), needs=("state",), sort="state", wide=False),
            column(Improvement, "ground"),
            column(Improvement, "why", shown=False, cut=True),
            Column("source_text", _("Where it stands written"), source_cell, needs=("source_text",)),
            column(Improvement, "link", shown=False),
            column(Improvement, "owner"),
            Column("due_on", _("Due"), due_cell, needs=("due_on", "state"), sort="due_on"),
            column(Improvement, "started_on", shown=False),
            Column(
                "before", pgettext_lazy("improvement", "Before"), before_cell, needs=("before", "before_measure"),
                number=True, shown=False,
            ),
            column(Improvement, "done_on", shown=False),
            column(Improvement, "outcome", shown=False, cut=True),
            column(Improvement, "reason", shown=False, cut=True),
        ),
        filters=(
            filters.link("touchpoint", pgettext_lazy("journey", "Touchpoint")),
            filters.link("touchpoint__journey", _("Client journey")),
            filters.choice("state", _("State"), State.choices),
            filters.choice("ground", _("Because of"), Ground.choices),
            filters.person("owner", _("Owner")),
            filters.when("due_on", _("Due")),
            filters.archived(),
        ),
        views=((pgettext_lazy("improvements", "Mine, open"), "owner=me&state=proposed&state=doing"),),
        search=SearchText(
            names=("text",), body=("why",), subtitle=lambda one: str(one.touchpoint), prefetch=("touchpoint",),
            person="owner",
        ),
        board="state",
        bulk=("owner",),
        pages={"detail": ImprovementPage},
        menu=False,
    )
)  # fmt: skip

for name in ("promises", "conversations", "purchases"):
    extend(name, filters=(by_segment("client__segment", _("Segment of the client"), "client"),))
