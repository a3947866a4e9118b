"""Booked hours and hourly rates, declared."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource
from zhike.domains.projects.forms_hours import HoursForm, PayForm
from zhike.domains.projects.models import Hours, Pay


def _long(entry: Any, reader: Reader) -> str:
    return str(reader.link(entry))


def _cost(pay: Any, reader: Reader) -> str:
    return str(reader.money(pay.cost, pay.currency))


def _price(pay: Any, reader: Reader) -> str:
    return str(reader.money(pay.price, pay.currency))


register(
    Resource(
        name="hours",
        model=Hours,
        form=HoursForm,
        icon="clock",
        order="-on",
        columns=(
            Column("minutes", _("Time"), _long, needs=("minutes", "on"), sort="minutes", number=True, wide=False),
            column(Hours, "on", wide=False),
            column(Hours, "project", wide=False),
            column(Hours, "task"),
            column(Hours, "person"),
            column(Hours, "role"),
            column(Hours, "note", cut=True),
            column(Hours, "since", shown=False),
        ),
        filters=(
            filters.link("project", _("Project")),
            filters.link("task", pgettext_lazy("project", "Task")),
            filters.link("client", _("Client")),
            filters.person("person", _("Who")),
            filters.when("on", _("Day")),
            filters.archived(),
        ),
        views=((_("Mine"), "person=me"),),
        menu=False,
    )
)
register(
    Resource(
        name="pay",
        model=Pay,
        form=PayForm,
        icon="money",
        order="role",
        columns=(
            Column(
                "role", pgettext_lazy("at work", "Role"), lambda one, reader: reader.link(one), needs=("role",),
                sort="role", wide=False,
            ),
            column(Pay, "since", wide=False),
            Column("cost", _("Costs an hour"), _cost, needs=("cost", "currency"), number=True),
            Column("price", _("Sold for an hour"), _price, needs=("price", "currency"), number=True),
        ),
        filters=(filters.archived(),),
        menu=False,
    )
)  # fmt: skip
