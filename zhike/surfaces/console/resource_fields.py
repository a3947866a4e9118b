"""Own fields, declared."""

from typing import Any

from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from zhike.core.fields.models import FieldDefinition, Kind
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.surfaces.console.settings.fields import FieldForm, FieldPage, record_types, type_words


def _name(definition: Any, reader: Reader) -> str:
    return reader.link(definition)


def _of_type(definition: Any, _reader: Reader) -> str:
    return escape(type_words(definition.record_type))


register(
    Resource(
        name="fields",
        model=FieldDefinition,
        form=FieldForm,
        icon="columns",
        order="record_type",
        columns=(
            Column("label", _("Own field"), _name, needs=("label", "label_zh"), sort="label", wide=False),
            Column("record_type", _("For"), _of_type, needs=("record_type",), sort="record_type", wide=False),
            column(FieldDefinition, "kind"),
            column(FieldDefinition, "key"),
            column(FieldDefinition, "required", edit=True),
            column(FieldDefinition, "position", edit=True, number=True),
        ),
        filters=(
            Filter("record_type", _("For"), lambda said, _r: Q(record_type__in=said), lambda _r: record_types()),  # type: ignore[arg-type, return-value]
            filters.choice("kind", _("Kind"), Kind.choices),
            filters.archived(),
        ),
        search=SearchText(names=("label", "label_zh"), details=("key",)),
        pages={"detail": FieldPage, "board": None},
        menu=False,
    )
)
