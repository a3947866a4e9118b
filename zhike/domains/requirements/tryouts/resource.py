"""Tryouts, declared."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.domains.requirements.tryouts.choices import State
from zhike.domains.requirements.tryouts.forms import TryoutForm
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.pages import TryoutPage, TryoutStepPage, state_badge


def _state(tryout: Any, _reader: Reader) -> str:
    return str(state_badge(tryout))


register(
    Resource(
        name="tryouts",
        model=Tryout,
        form=TryoutForm,
        icon="eye",
        columns=(
            Column("title", _("What is tried"), lambda one, r: r.link(one), needs=("title",), sort="title", wide=False),
            column(Tryout, "deliverable", wide=False),
            column(Tryout, "project"),
            column(Tryout, "contact"),
            Column("state", _("State"), _state, needs=("state",), sort="state", wide=False),
            column(Tryout, "owner"),
            column(Tryout, "tasks", shown=False, cut=True),
            column(Tryout, "done_on", shown=False),
        ),
        filters=(
            filters.link("deliverable", _("Deliverable")),
            filters.link("project", _("Project")),
            filters.link("client", _("Client")),
            filters.link("contact", _("Who tries it")),
            filters.choice("state", _("State"), State.choices),
            filters.person("owner", _("Owner")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        search=SearchText(
            names=("title",), body=("tasks",)
        ),
        pages={"detail": TryoutPage, "step": TryoutStepPage, "board": None},
        menu=False,
    )
)  # fmt: skip
