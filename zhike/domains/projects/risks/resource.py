"""Risks and problems, declared."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.domains.projects.risks.choices import Impact, Kind, Likelihood, Response, State
from zhike.domains.projects.risks.forms import RiskForm
from zhike.domains.projects.risks.models import Risk
from zhike.domains.projects.risks.pages import RiskPage
from zhike.domains.projects.risks.shown import day_cell, rating_cell, state_cell

DUE = pgettext_lazy("risk", "To be handled by")

register(
    Resource(
        name="risks",
        model=Risk,
        form=RiskForm,
        icon="warning",
        order="-score",
        columns=(
            Column("title", _("Risk or problem"), lambda one, r: r.link(one), needs=("title",), wide=False),
            column(Risk, "project", wide=False),
            Column("score", pgettext_lazy("risk", "Rating"), rating_cell, needs=("score",), sort="score", wide=False),
            Column("state", _("State"), state_cell, needs=("state",), sort="state"),
            column(Risk, "kind"),
            column(Risk, "owner"),
            Column("due_on", DUE, day_cell, needs=("due_on", "state"), sort="due_on"),
            column(Risk, "likelihood", shown=False),
            column(Risk, "impact", shown=False),
            column(Risk, "cause", shown=False, cut=True),
            column(Risk, "effect", shown=False, cut=True),
            column(Risk, "response", shown=False),
            column(Risk, "plan", shown=False, cut=True),
            column(Risk, "told_on", shown=False),
            column(Risk, "ended_on", shown=False),
            column(Risk, "outcome", shown=False),
        ),
        filters=(
            filters.link("project", _("Project")),
            filters.link("client", _("Client")),
            filters.choice("kind", _("Kind"), Kind.choices),
            filters.choice("state", _("State"), State.choices),
            filters.choice("response", _("Response"), Response.choices),
            filters.step("likelihood", _("Likelihood"), Likelihood),
            filters.step("impact", _("Impact"), Impact),
            filters.person("owner", _("Owner")),
            filters.when("due_on", DUE),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=((_("Not handled"), "state=open&state=told"), (_("Mine, not handled"), "owner=me&state=open&state=told")),
        search=SearchText(
            names=("title",), body=("cause", "effect", "plan"), subtitle=lambda one: str(one.project),
            prefetch=("project",),
        ),
        pages={"detail": RiskPage},
        menu=False,
    )
)  # fmt: skip
