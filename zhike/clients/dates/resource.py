"""Important dates, declared."""

from dataclasses import replace
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.dates.choices import Calendar, Kind
from zhike.clients.dates.forms import DateForm
from zhike.clients.dates.models import ImportantDate
from zhike.clients.sourced import PROVENANCE
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column, text
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText

DAY_NEEDS = ("calendar", "month", "day", "leap", "year", "repeats", "without_leap", "short_month")


def _says(one: Any, _reader: Reader) -> str:
    return format_html('<a href="/dates/DT-{}/">{}</a>', one.pk, one.what or one.get_kind_display())


def _day(one: Any, _reader: Reader) -> str:
    return text(one.words)


def _next(one: Any, reader: Reader) -> str:
    return reader.day(one.next_on)


register(
    Resource(
        name="dates",
        model=ImportantDate,
        form=DateForm,
        icon="calendar",
        order="next_on",
        columns=(
            Column("what", _("Date"), _says, needs=("what", "kind"), wide=False),
            column(ImportantDate, "client", wide=False),
            column(ImportantDate, "contact"),
            Column("day", _("Day"), _day, needs=DAY_NEEDS, wide=False),
            Column("next_on", _("Next"), _next, needs=("next_on",), sort="next_on", wide=False),
            replace(column(ImportantDate, "kind", edit=True), label=_("Kind"), shown=False),
            column(ImportantDate, "warn_days", number=True, shown=False, edit=True),
            PROVENANCE,
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("contact", _("Contact")),
            filters.person("client__owner", _("Owner of the client")),
            filters.choice("kind", _("Kind"), Kind.choices),
            filters.when("next_on", _("Next")),
            filters.choice("calendar", pgettext_lazy("solar or lunar", "Calendar"), Calendar.choices),
            filters.archived(),
        ),
        search=SearchText(details=("what",), subtitle=lambda one: one.words, long=True),
        views=(
            (_("The next 30 days"), "next_on=next-30d"),
            (_("Next 30 days, my clients"), "next_on=next-30d&client__owner=me"),
        ),
    )
)
