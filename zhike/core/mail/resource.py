"""Letters as a resource: the outbox."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.core.mail.forms import LetterForm
from zhike.core.mail.looks import state_badge
from zhike.core.mail.models import Letter, State
from zhike.core.mail.pages import LetterPage
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource


def _subject(letter: Any, _reader: Reader) -> str:
    return format_html('<a href="/letters/LT-{}/">{}</a>', letter.pk, letter.subject)


def _to(letter: Any, _reader: Reader) -> str:
    return format_html('{} <span class="muted">{}</span>', letter.to_name, letter.to)


register(
    Resource(
        name="letters",
        model=Letter,
        form=LetterForm,
        icon="mail",
        columns=(
            Column("subject", _("Mail"), _subject, needs=("subject",), sort="subject", wide=False),
            Column("to", _("To"), _to, needs=("to", "to_name"), sort="to"),
            Column("state", _("State"), lambda letter, _r: state_badge(letter), needs=("state",), wide=False),
            column(Letter, "client"),
            column(Letter, "created_by", label=_("Written by")),
            column(Letter, "created_at", label=_("Written")),
            column(Letter, "sent_at"),
            column(Letter, "trouble", shown=False),
            column(Letter, "tries", number=True, shown=False),
            column(Letter, "not_before", shown=False),
        ),
        filters=(
            filters.choice("state", _("State"), State.choices),
            filters.person("created_by", _("Written by")),
            filters.holds("to", _("To")),
            filters.holds("client", _("Client"), "client__name"),
            filters.when("created_at", _("Written"), moment=True),
            filters.archived(),
        ),
        views=((_("Not arrived"), "state=failed&state=bounced"), (_("Written by me"), "created_by=me")),
        pages={"add": None, "board": None, "detail": LetterPage},
        bulk=("release", "cancel"),
        menu=False,
    )
)
