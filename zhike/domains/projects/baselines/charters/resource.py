"""Charters, declared."""

from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource
from zhike.domains.projects.baselines.charters.forms import CharterForm
from zhike.domains.projects.baselines.charters.models import Charter
from zhike.domains.projects.baselines.charters.pages import CharterPage
from zhike.domains.projects.baselines.shown import state_cell

register(
    Resource(
        name="charters",
        model=Charter,
        form=CharterForm,
        icon="promise",
        columns=(
            Column("number", _("Charter"), lambda one, r: r.link(one), needs=("number",), sort="number", wide=False),
            column(Charter, "project", wide=False),
            column(Charter, "created_at"),
            Column("entry", _("Confirmation"), state_cell, needs=("entry_id", "entry__state"), joins=("entry",)),
            column(Charter, "baseline", shown=False),
            column(Charter, "note", shown=False, cut=True),
        ),
        filters=(
            filters.link("project", _("Project")),
            filters.link("client", _("Client")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
        ),
        pages={"detail": CharterPage, "board": None},
        menu=False,
    )
)
