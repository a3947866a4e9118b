"""Plans as a resource, and what the list of clients knows of them."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.html import escape
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.clients.models.reach import Channel
from zhike.clients.plans.forms import PlanForm
from zhike.clients.plans.models import Plan, State
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import extend, register
from zhike.core.resources.resource import Resource, SearchText


def _named(plan: Any, reader: Reader) -> str:
    return reader.link(plan) if plan.pk else escape(str(plan))


def _due(plan: Any, reader: Reader) -> str:
    return reader.day(plan.due_on, late=True)


def _rhythm(plan: Any, _reader: Reader) -> str:
    return escape(plan.rhythm)


register(
    Resource(
        name="plans",
        model=Plan,
        form=PlanForm,
        icon="repeat",
        order="due_on",
        columns=(
            Column("name", _("Contact plan"), _named, needs=("about", "every"), wide=False),
            column(Plan, "client", wide=False),
            column(Plan, "project"),
            column(Plan, "contact", shown=False),
            column(Plan, "due_on", cell=_due, wide=False),
            Column("every", _("How often"), _rhythm, needs=("every",), sort="every"),
            column(Plan, "channel", edit=True),
            column(Plan, "owner", edit=True, sort="owner__name"),
            column(Plan, "last_on"),
            column(Plan, "state"),
            column(Plan, "about", shown=False, edit=True),
            column(Plan, "starts_on", shown=False),
            column(Plan, "ends_on", shown=False, edit=True),
        ),
        filters=(
            filters.person("owner", _("Who keeps in touch")),
            filters.when("due_on", _("Next contact")),
            filters.link("project", _("Project")),
            filters.choice("channel", _("Channel"), Channel.choices),
            filters.choice("state", _("State"), State.choices),
            filters.person("client__owner", _("Owner of the client")),
            filters.archived(),
        ),
        views=(
            (pgettext_lazy("plans", "Mine"), "owner=me"),
            (_("Mine, overdue"), "owner=me&due_on=late"),
            (_("Overdue"), "due_on=late"),
            (pgettext_lazy("plan", "Paused"), "state=paused"),
        ),
        search=SearchText(details=("about",), subtitle=lambda plan: plan.rhythm, person="owner"),
        bulk=("owner", "pause", "resume"),
        board="state",
    )
)


def _planned(values: list[str], _reader: Reader) -> Q:
    """Clients with a plan that runs, or without any."""
    running = Exists(Plan.objects.asking().filter(client=OuterRef("pk")))
    return Q(running) if "yes" in values else ~Q(running)


def _yes_or_no(_reader: Reader) -> list[tuple[str, str]]:
    return [("no", gettext("No plan")), ("yes", gettext("Has a plan"))]


extend(
    "clients",
    filters=(Filter("plan", _("Contact plan"), _planned, _yes_or_no),),
    views=((_("No plan"), "owner=me&plan=no"),),
)
