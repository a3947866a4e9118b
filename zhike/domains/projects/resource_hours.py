"""Booked hours and hourly rates, declared."""

from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.tiers.filtering import of_tier
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource
from zhike.domains.conversations.answer_times import said_hours
from zhike.domains.projects.forms_hours import HoursForm, PayForm
from zhike.domains.projects.models import Hours, Pay


def _long(entry: Any, reader: Reader) -> str:
    return str(reader.link(entry))


def _in_all(found: Any, _reader: Reader) -> str:
    return said_hours((found.aggregate(sum=Sum("minutes"))["sum"] or 0) / 60)


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
            Column(
                "minutes", _("Time"), _long, needs=("minutes", "on"), sort="minutes", number=True, wide=False,
                total=_in_all,
            ),
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
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            of_tier(),
            filters.archived(),
        ),
        views=((_("Mine"), "person=me"),),
        menu=False,
    )
)  # fmt: skip
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
