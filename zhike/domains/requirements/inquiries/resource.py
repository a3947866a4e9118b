"""Guides and inquiries, declared."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.domains.requirements.inquiries.choices import Kind, State
from zhike.domains.requirements.inquiries.forms import GuideForm, InquiryForm
from zhike.domains.requirements.inquiries.models import Guide, Inquiry
from zhike.domains.requirements.inquiries.pages import GuidePage, InquiryPage, InquiryStepPage, state_badge


def _state(inquiry: Any, _reader: Reader) -> str:
    return str(state_badge(inquiry))


def _source(inquiry: Any, reader: Reader) -> str:
    return str(reader.with_links(inquiry.source_text))


register(
    Resource(
        name="guides",
        model=Guide,
        form=GuideForm,
        icon="question",
        order="name",
        columns=(
            Column("name", _("Guide"), lambda one, r: r.link(one), needs=("name",), sort="name", wide=False),
            column(Guide, "kind"),
            column(Guide, "questions", cut=True),
            column(Guide, "questions_zh", cut=True),
        ),
        filters=(filters.choice("kind", _("Kind"), Kind.choices), filters.archived()),
        search=SearchText(names=("name",), body=("questions", "questions_zh")),
        pages={"detail": GuidePage},
        menu=False,
    )
)  # fmt: skip
register(
    Resource(
        name="inquiries",
        model=Inquiry,
        form=InquiryForm,
        icon="question",
        columns=(
            Column("title", _("Inquiry"), lambda one, r: r.link(one), needs=("title",), sort="title", wide=False),
            column(Inquiry, "client", wide=False),
            column(Inquiry, "contact"),
            Column("state", _("State"), _state, needs=("state",), sort="state", wide=False),
            column(Inquiry, "guide"),
            column(Inquiry, "project"),
            column(Inquiry, "owner"),
            Column("source_text", _("Where they are asked"), _source, needs=("source_text",), shown=False),
            column(Inquiry, "done_on", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("contact", _("Who is asked")),
            filters.link("project", _("Project")),
            filters.link("guide", _("Guide")),
            filters.choice("state", _("State"), State.choices),
            filters.person("owner", _("Owner")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=((pgettext_lazy("of inquiries", "Being answered"), "state=open"),),
        search=SearchText(names=("title",)),
        pages={"detail": InquiryPage, "step": InquiryStepPage, "board": None},
        menu=False,
    )
)  # fmt: skip
