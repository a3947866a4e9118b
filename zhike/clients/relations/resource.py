"""Relations, declared."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.clients.relations.forms import RelationForm
from zhike.clients.relations.kinds import Kind, reading
from zhike.clients.relations.models import Relation
from zhike.clients.sourced import PROVENANCE
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource


def _says(relation: Any, _reader: Reader) -> str:
    return format_html('<a href="/relations/RL-{}/">{}</a>', relation.pk, reading(relation.kind))


register(
    Resource(
        name="relations",
        model=Relation,
        form=RelationForm,
        icon="link",
        columns=(
            Column("kind", _("Relation"), _says, needs=("kind",), sort="kind", wide=False),
            column(Relation, "client", wide=False),
            column(Relation, "other", wide=False),
            column(Relation, "since", edit=True),
            column(Relation, "until", edit=True),
            column(Relation, "note", edit=True),
            PROVENANCE,
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("other", _("Other client")),
            filters.choice("kind", _("Relation"), Kind.choices),
            filters.archived(),
        ),
        menu=False,
    )
)
