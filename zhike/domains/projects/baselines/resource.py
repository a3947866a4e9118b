"""Baselines, declared."""

from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource
from zhike.domains.projects.baselines.forms import BaselineForm
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.baselines.pages import BaselinePage
from zhike.domains.projects.baselines.shown import state_cell

register(
    Resource(
        name="baselines",
        model=Baseline,
        form=BaselineForm,
        icon="lock",
        columns=(
            Column("number", _("Baseline"), lambda one, r: r.link(one), needs=("number",), sort="number", wide=False),
            column(Baseline, "project", wide=False),
            column(Baseline, "frozen_on"),
            Column("entry", _("Confirmation"), state_cell, needs=("entry_id", "entry__state"), joins=("entry",)),
            column(Baseline, "reason"),
            column(Baseline, "note", shown=False),
        ),
        filters=(
            filters.link("project", _("Project")),
            filters.link("client", _("Client")),
            filters.when("frozen_on", _("Frozen on")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
        ),
        pages={"detail": BaselinePage, "board": None},
        menu=False,
    )
)
