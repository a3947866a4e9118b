"""Meetings, declared."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import badge, nothing
from zhike.core.ui.dates import full_words
from zhike.domains.meetings.choices import Kind, State
from zhike.domains.meetings.forms import MeetingForm
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.pages import MeetingPage


def _state(meeting: Any, _reader: Reader) -> str:
    return str(badge(meeting.get_state_display(), "watch" if meeting.state == State.HELD else ""))


def _where(meeting: Any, _reader: Reader) -> str:
    if meeting.video:
        link = format_html('<a href="{}" rel="noreferrer noopener" target="_blank">{}</a>', meeting.video, _("Video"))
        return format_html("{} {}", meeting.place, link) if meeting.place else str(link)
    return meeting.place or nothing()


register(
    Resource(
        name="meetings",
        model=Meeting,
        form=MeetingForm,
        icon="meeting",
        order="-starts_at",
        columns=(
            Column("title", _("Title"), lambda one, reader: reader.link(one), needs=("title",), wide=False),
            column(Meeting, "client", wide=False),
            column(Meeting, "starts_at", wide=False),
            column(Meeting, "minutes", number=True, shown=False),
            column(Meeting, "kind"),
            Column("place", pgettext_lazy("meeting", "Where"), _where, needs=("place", "video"), sort="place"),
            column(Meeting, "lead"),
            Column("state", _("State"), _state, needs=("state",), sort="state"),
            column(Meeting, "every_weeks", number=True, shown=False, cell=lambda one, _r: text(one.every_weeks or "")),
            column(Meeting, "agenda_due", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.choice("kind", _("Kind"), Kind.choices),
            filters.choice("state", _("State"), State.choices),
            filters.when("starts_at", _("Begins"), moment=True),
            filters.person("lead", _("Leads")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=(
            (_("Planned"), "state=planned"),
            (_("Led by me"), "lead=me"),
            (_("Minutes open"), "state=held"),
        ),
        search=SearchText(
            details=("title",), body=("goal", "place"), when="starts_at", long=True,
            subtitle=lambda meeting: full_words(meeting.starts_at),
        ),
        board="state",
        pages={"detail": MeetingPage},
    )
)  # fmt: skip
