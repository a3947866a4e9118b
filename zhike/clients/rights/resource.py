"""Decision rights, declared."""

from dataclasses import replace
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.rights.choices import Power, Subject
from zhike.clients.rights.forms import RightForm
from zhike.clients.rights.models import Right
from zhike.clients.sourced import PROVENANCE
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource


def _says(right: Any, _reader: Reader) -> str:
    return format_html('<a href="/rights/DR-{}/">{}</a>', right.pk, right.about)


def _limit(right: Any, _reader: Reader) -> str:
    return text(right.limit)


register(
    Resource(
        name="rights",
        model=Right,
        form=RightForm,
        icon="key",
        columns=(
            Column("subject", pgettext_lazy("of a decision", "Subject"), _says, needs=("subject", "words"), wide=False),
            column(Right, "client", wide=False),
            column(Right, "contact", wide=False),
            replace(column(Right, "power", edit=True), label=_("Right"), wide=False),
            Column("up_to", _("Up to"), _limit, needs=("up_to", "currency"), number=True),
            column(Right, "since", edit=True),
            column(Right, "until", edit=True),
            PROVENANCE,
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("contact", _("Contact")),
            filters.person("client__owner", _("Owner of the client")),
            filters.choice("subject", pgettext_lazy("of a decision", "Subject"), Subject.choices),
            filters.choice("power", _("Right"), Power.choices),
            filters.archived(),
        ),
        menu=False,
    )
)
