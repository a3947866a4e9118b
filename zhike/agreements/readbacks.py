"""Read-backs, declared: who was asked to confirm what. They are made where their entries are chosen."""

from typing import Any

from django import forms
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from zhike.agreements import confirming  # noqa: F401  (what their links are for)
from zhike.agreements.choices import UNSETTLED
from zhike.agreements.models import Readback
from zhike.core.record.form import RecordForm
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText


class ReadbackForm(RecordForm):
    title = forms.CharField(label=_("About"), max_length=200)

    class Meta:
        model = Readback
        fields = ("title", "note")


def _waiting(readback: Any, _reader: Reader) -> str:
    left = getattr(readback, "left", None)
    return str(readback.waiting() if left is None else left)


register(
    Resource(
        name="readbacks",
        model=Readback,
        form=ReadbackForm,
        icon="send",
        columns=(
            Column("title", _("About"), lambda one, reader: reader.link(one), needs=("title",), wide=False),
            column(Readback, "client", wide=False),
            column(Readback, "contact"),
            Column(
                "left",
                _("Not confirmed yet"),
                _waiting,
                number=True,
                brings=lambda _r: {"left": Count("entries", filter=Q(entries__state__in=UNSETTLED))},
            ),
            column(Readback, "created_at"),
        ),
        filters=(filters.link("client", _("Client")), filters.link("contact", _("Who confirms")), filters.archived()),
        search=SearchText(details=("title",)),
        pages={"add": None, "board": None},
        menu=False,
    )
)
