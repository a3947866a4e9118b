"""Iterations, declared."""

from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.domains.projects.iterations.choices import State
from zhike.domains.projects.iterations.forms import IterationForm
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.iterations.pages import IterationPage
from zhike.domains.projects.iterations.shown import acceptance_cell, state_cell

register(
    Resource(
        name="iterations",
        model=Iteration,
        form=IterationForm,
        icon="repeat",
        order="-starts_on",
        columns=(
            Column("title", _("Iteration"), lambda one, r: r.link(one), needs=("title",), sort="title", wide=False),
            column(Iteration, "project", wide=False),
            Column("state", _("State"), state_cell, needs=("state",), sort="state"),
            column(Iteration, "starts_on"),
            column(Iteration, "ends_on"),
            Column(
                "entry", _("Acceptance"), acceptance_cell, needs=("state", "entry_id", "entry__state"), joins=("entry",)
            ),
            column(Iteration, "goal", shown=False, cut=True),
            column(Iteration, "hours", shown=False),
            column(Iteration, "reviewed_on", shown=False),
            column(Iteration, "outcome", shown=False, cut=True),
        ),
        filters=(
            filters.link("project", _("Project")),
            filters.link("client", _("Client")),
            filters.choice("state", _("State"), State.choices),
            filters.when("ends_on", _("Until")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        search=SearchText(
            names=("title",), body=("goal", "outcome"), subtitle=lambda one: str(one.project), prefetch=("project",)
        ),
        pages={"detail": IterationPage, "board": None},
        menu=False,
    )
)  # fmt: skip
