"""Tokens, declared. Their model is core's."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Token
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.forms import VERBS, TokenForm
from zhike.surfaces.api.secret_pages import SecretFormPage


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
        pages={"add": SecretFormPage, "board": None},
        menu=False,
    )
)
