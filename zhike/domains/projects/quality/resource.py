"""Checks and defects, declared."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.domains.projects.quality import gate  # noqa: F401  (what keeps a deliverable from the client)
from zhike.domains.projects.quality.choices import DefectState, Severity
from zhike.domains.projects.quality.forms import CheckForm, DefectForm
from zhike.domains.projects.quality.models import Check, Defect
from zhike.domains.projects.quality.pages import CheckPage, DefectPage
from zhike.domains.projects.quality.shown import severity_badge, state_badge

OF_CLIENT = (
    filters.link("deliverable", _("Deliverable")),
    filters.link("project", _("Project")),
    filters.link("client", _("Client")),
)
OF_OURS = (
    filters.person("client__owner", _("Owner of the client")),
    filters.team("client__team", _("Team of the client")),
    filters.archived(),
)
DUE = pgettext_lazy("defect", "To be fixed by")


def _by_fault(values: list[str], _reader: Reader) -> Q:
    return Q(is_fault__in=[one == "after" for one in values])


def _faults(_reader: Reader) -> list[tuple[str, str]]:
    return [("before", gettext("Before acceptance")), ("after", gettext("After acceptance"))]


def _due(one: Any, reader: Reader) -> str:
    return str(reader.day(one.due_on, late=one.state == DefectState.OPEN))


register(
    Resource(
        name="checks",
        model=Check,
        form=CheckForm,
        icon="check",
        columns=(
            Column("title", _("Test case"), lambda one, r: r.link(one), needs=("title",), sort="title", wide=False),
            column(Check, "deliverable", wide=False),
            column(Check, "project"),
            column(Check, "expected", cut=True),
            column(Check, "steps", shown=False, cut=True),
        ),
        filters=(*OF_CLIENT, *OF_OURS),
        search=SearchText(names=("title",), subtitle=lambda one: str(one.project), prefetch=("project",)),
        pages={"detail": CheckPage, "board": None},
        menu=False,
    )
)
register(
    Resource(
        name="defects",
        model=Defect,
        form=DefectForm,
        icon="warning",
        order="-severity",
        columns=(
            Column("title", _("Defect"), lambda one, r: r.link(one), needs=("title",), sort="title", wide=False),
            column(Defect, "deliverable", wide=False),
            Column("severity", _("Severity"), lambda one, _r: severity_badge(one), needs=("severity",),
                   sort="severity", wide=False),
            Column("state", _("State"), lambda one, _r: state_badge(one), needs=("state",), sort="state"),
            column(Defect, "owner"),
            Column("due_on", DUE, _due, needs=("due_on", "state"), sort="due_on"),
            column(Defect, "project", shown=False),
            column(Defect, "contact", shown=False),
            column(Defect, "source", shown=False),
            column(Defect, "is_fault", shown=False),
            column(Defect, "text", shown=False, cut=True),
        ),
        filters=(
            *OF_CLIENT,
            filters.choice("state", _("State"), DefectState.choices),
            filters.person("owner", _("Owner")),
            filters.when("due_on", DUE),
            filters.when("created_at", _("Found on"), moment=True),
            filters.step("severity", _("Severity"), Severity),
            filters.Filter("found", _("Found"), _by_fault, _faults),
            *OF_OURS,
        ),
        views=(
            (_("Not solved"), "state=open&state=fixed"), (_("Mine, not solved"), "owner=me&state=open"),
            (_("To improve in what was delivered"), "found=after&state=open&state=fixed"),
        ),
        search=SearchText(
            names=("title",), body=("text",), subtitle=lambda one: str(one.project), prefetch=("project",)
        ),
        board="state",
        pages={"detail": DefectPage},
        menu=False,
    )
)  # fmt: skip
