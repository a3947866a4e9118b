"""Hand-over notes, declared."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.clients.handovers.adding import HandOverPage
from zhike.clients.handovers.forms import HandoverForm
from zhike.clients.handovers.models import Handover, State
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource


def _of(note: Any, reader: Reader) -> str:
    return format_html('<a href="/handovers/HN-{}/">{}</a>', note.pk, reader.moment(note.created_at))


register(
    Resource(
        name="handovers",
        model=Handover,
        form=HandoverForm,
        icon="out",
        columns=(
            Column("created_at", _("Written"), _of, needs=("created_at",), sort="created_at", wide=False),
            column(Handover, "client", wide=False),
            column(Handover, "successor", wide=False),
            column(Handover, "state", wide=False),
            column(Handover, "read_at"),
            column(Handover, "text", shown=False, edit=True),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.person("successor", _("Successor")),
            filters.choice("state", _("State"), State.choices),
            filters.archived(),
        ),
        pages={"add": HandOverPage},
        menu=False,
    )
)
