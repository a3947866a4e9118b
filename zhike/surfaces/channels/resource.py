"""Mails that came in, declared. The list opens with those to place."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import Signal, badge
from zhike.surfaces.channels.automatic import Sort
from zhike.surfaces.channels.forms import IncomingForm
from zhike.surfaces.channels.models import Incoming, State
from zhike.surfaces.channels.pages import IncomingPage

LOOKS: dict[str, tuple[Signal, str]] = {
    State.TO_PLACE: ("watch", "question"),
    State.PLACED: ("good", "check"),
    State.ASIDE: ("", "archive"),
}


def _subject(mail: Any, _reader: Reader) -> str:
    return format_html('<a href="/incoming/IM-{}/">{}</a>', mail.pk, mail.subject or mail.sender or mail.reference)


def _sender(mail: Any, _reader: Reader) -> str:
    return format_html('{} <span class="muted">{}</span>', mail.sender_name, mail.sender)


def _state(mail: Any, _reader: Reader) -> str:
    return badge(mail.get_state_display(), *LOOKS[mail.state])


register(
    Resource(
        name="incoming",
        model=Incoming,
        form=IncomingForm,
        icon="mail",
        columns=(
            Column("subject", _("Mail"), _subject, needs=("subject", "sender"), sort="subject", wide=False),
            Column("sender", _("From"), _sender, needs=("sender", "sender_name"), sort="sender", wide=False),
            column(Incoming, "sent_at"),
            Column("state", _("State"), _state, needs=("state",), sort="state"),
            column(Incoming, "why"),
            column(Incoming, "sort", shown=False),
            column(Incoming, "client"),
            column(Incoming, "contact", shown=False),
        ),
        filters=(
            filters.choice("state", _("State"), State.choices),
            filters.choice("sort", _("Kind"), Sort.choices),
            filters.holds("sender", _("From")),
            filters.when("sent_at", _("Written"), moment=True),
            filters.archived(),
        ),
        search=SearchText(names=("subject",), details=("sender", "sender_name"), when="sent_at", long=True),
        views=((_("To place"), "state=to_place"), (_("Set aside"), "state=aside")),
        opens_with="state=to_place",
        pages={"add": None, "board": None, "detail": IncomingPage},
        bulk=("archive",),
        menu=False,
    )
)
