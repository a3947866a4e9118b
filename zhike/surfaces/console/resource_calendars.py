"""Calendars, declared."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.clock.forms import CalendarForm
from zhike.core.clock.models import Calendar
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import badge
from zhike.surfaces.console.settings.calendars import CalendarFormPage, CalendarPage, hours_cell


def _name(calendar: Any, reader: Reader) -> str:
    return format_html("{} {}", reader.link(calendar), badge(gettext("default")) if calendar.is_default else "")


register(
    Resource(
        name="calendars",
        model=Calendar,
        form=CalendarForm,
        icon="calendar",
        order="name",
        columns=(
            Column("name", _("Calendar"), _name, needs=("name", "is_default"), sort="name", wide=False),
            Column("hours", _("Hours"), hours_cell, needs=("hours",)),
            column(Calendar, "zone"),
            column(Calendar, "region"),
        ),
        filters=(filters.archived(),),
        search=SearchText(names=("name",)),
        pages={"add": CalendarFormPage, "edit": CalendarFormPage, "detail": CalendarPage, "board": None},
        menu=False,
    )
)
