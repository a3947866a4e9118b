"""Tokens, declared. Their model is core's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Token
from zhike.core.pages.form import FormPage
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.forms import VERBS, TokenForm


class TokenFormPage(FormPage):
    """After making one, the only page that ever shows it."""

    made: Any = None

    def post(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        answer = super().post(request, reference)
        if not hasattr(self.made, "secret"):
            return answer
        self.kind = "secret"
        shown = self.show({"record": self.made, "secret": self.made.secret})
        shown.headers["Cache-Control"] = "no-store"
        return shown

    def next_url(self, saved: Any) -> str:
        self.made = saved
        return super().next_url(saved)


def _begins(token: Any, _reader: Reader) -> str:
    return format_html("<code>{}…</code>", token.begins)


def _scopes(token: Any, _reader: Reader) -> str:
    return text([str(VERBS.get(one, one)) for one in token.scopes])


register(
    Resource(
        name="tokens",
        model=Token,
        form=TokenForm,
        icon="key",
        columns=(
            column(Token, "name", cell=lambda token, reader: reader.link(token), wide=False),
            Column("begins", _("Begins with"), _begins, needs=("begins",)),
            Column("scopes", _("Rights"), _scopes, needs=("scopes",), wide=False),
            column(Token, "user", sort="user__name"),
            column(Token, "last_used_at"),
            column(Token, "expires_at"),
            column(Token, "created_at", shown=False),
        ),
        filters=(
            filters.person("user", _("Works as")),
            filters.when("last_used_at", _("Last used"), moment=True),
            filters.archived(),
        ),
        pages={"add": TokenFormPage, "board": None},
        menu=False,
    )
)
