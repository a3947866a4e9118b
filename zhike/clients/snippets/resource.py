"""Snippets, declared."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.snippets.forms import SnippetForm
from zhike.clients.snippets.models import Snippet
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText


def _name(snippet: Any, reader: Reader) -> str:
    return reader.link(snippet)


def _whose(values: list[str], reader: Reader) -> Q:
    found = Q(pk__in=())
    if "shared" in values:
        found |= Q(shared=True)
    return found | Q(created_by=reader.user) if "mine" in values else found


def _ways(_reader: Reader) -> list[tuple[str, str]]:
    return [("mine", gettext("Written by me")), ("shared", gettext("Shared"))]


register(
    Resource(
        name="snippets",
        model=Snippet,
        form=SnippetForm,
        icon="copy",
        order="name",
        columns=(
            Column("name", _("Snippet"), _name, needs=("name",), sort="name", wide=False),
            column(Snippet, "text", cut=True),
            column(Snippet, "text_zh", cut=True),
            column(Snippet, "shared"),
        ),
        filters=(Filter("whose", _("Whose"), _whose, _ways), filters.archived()),
        search=SearchText(names=("name",), body=("text", "text_zh")),
        pages={"board": None},
        menu=False,
    )
)
