"""Rework, declared."""

from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource
from zhike.domains.conversations.answer_times import said_hours
from zhike.domains.requirements.rework.bands import by_band
from zhike.domains.requirements.rework.forms import ReworkForm
from zhike.domains.requirements.rework.models import Rework


def _in_all(found: Any, _reader: Reader) -> str:
    return said_hours((found.aggregate(sum=Sum("hours__minutes"))["sum"] or 0) / 60)


def _day(rework: Any, reader: Reader) -> str:
    return str(reader.day(rework.hours.on))


def _heard_as(rework: Any, _reader: Reader) -> str:
    return str(rework.requirement.heard_ambiguity)


register(
    Resource(
        name="rework",
        model=Rework,
        form=ReworkForm,
        icon="repeat",
        columns=(
            Column(
                "note", _("What was done again"), lambda one, r: r.link(one), needs=("note",), sort="note", wide=False
            ),
            column(Rework, "requirement", wide=False),
            Column(
                "heard_as", _("Ambiguity when heard"), _heard_as, number=True,
                needs=("requirement_id", "requirement__heard_ambiguity"), joins=("requirement",),
            ),
            column(Rework, "hours", total=_in_all),
            Column("on", _("Day"), _day, needs=("hours_id", "hours__on"), joins=("hours",)),
        ),
        filters=(
            filters.link("requirement", _("What was unclear")),
            filters.link("client", _("Client")),
            by_band("requirement__heard_ambiguity"),
            filters.when("hours__on", _("Day")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        pages={"board": None},
        menu=False,
    )
)  # fmt: skip
