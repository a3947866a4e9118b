"""Flows, declared."""

from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.domains.requirements.flows.forms import FlowForm
from zhike.domains.requirements.flows.models import Flow
from zhike.domains.requirements.flows.pages import FlowPage, FlowStepPage

register(
    Resource(
        name="flows",
        model=Flow,
        form=FlowForm,
        icon="merge",
        columns=(
            Column("title", _("Flow"), lambda one, r: r.link(one), needs=("title",), sort="title", wide=False),
            column(Flow, "project"),
            column(Flow, "requirement"),
            column(Flow, "client", wide=False),
            column(Flow, "note", cut=True),
        ),
        filters=(
            filters.link("project", _("Project")),
            filters.link("requirement", _("Requirement")),
            filters.link("client", _("Client")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        search=SearchText(
            names=("title",), body=("note",)
        ),
        pages={"detail": FlowPage, "step": FlowStepPage, "board": None},
        menu=False,
    )
)  # fmt: skip
