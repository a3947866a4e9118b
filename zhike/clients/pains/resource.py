"""Pain points, declared."""

from dataclasses import replace
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.clients.pains.forms import PainForm
from zhike.clients.pains.models import PainPoint, Severity, State
from zhike.clients.sourced import PROVENANCE
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText


def _says(pain: Any, _reader: Reader) -> str:
    return format_html('<a href="/pains/PP-{}/">{}</a>', pain.pk, pain)


register(
    Resource(
        name="pains",
        model=PainPoint,
        form=PainForm,
        icon="frown",
        columns=(
            Column("statement", _("Pain point"), _says, needs=("statement",), wide=False),
            column(PainPoint, "client", wide=False),
            column(PainPoint, "said_by"),
            replace(column(PainPoint, "severity", edit=True), label=_("Severity")),
            column(PainPoint, "state", wide=False),
            column(PainPoint, "solution", shown=False, edit=True),
            PROVENANCE,
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.choice("state", _("State"), State.choices),
            filters.choice("severity", _("Severity"), Severity.choices),
            filters.archived(),
        ),
        search=SearchText(details=("statement",), body=("solution",), long=True),
        views=((_("Open on my clients"), "state=open&client__owner=me"),),
        board="state",
    )
)
