"""People and teams, declared. Their models are core's; what staff do with them is a page of the console."""

from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Role, Team, User
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import avatar
from zhike.surfaces.console.settings.people import (
    PersonForm,
    PersonFormPage,
    PersonPage,
    PersonStepPage,
    TeamForm,
    TeamPage,
)


def _name(person: Any, _reader: Reader) -> str:
    left = format_html(' <span class="muted">{}</span>', pgettext("person", "left")) if person.archived_at else ""
    return format_html(
        '<a class="who" href="/people/US-{}/">{}<span>{}{}</span></a>',
        person.pk, avatar(person.name), person.name, left,
    )  # fmt: skip


def _mail(person: Any, _reader: Reader) -> str:
    return format_html('<a href="mailto:{}">{}</a>', person.email, person.email)


def _in_team(values: list[str], _reader: Reader) -> Q:
    return Q(team__in=[int(value) for value in values if value.isdecimal()])


def _teams(_reader: Reader) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in Team.objects.standing().order_by("name").values_list("pk", "name")]


def _left(_reader: Reader) -> list[tuple[str, str]]:
    return [("yes", gettext("who left"))]


register(
    Resource(
        name="people",
        model=User,
        form=PersonForm,
        icon="person",
        order="name",
        columns=(
            Column("name", _("Person"), _name, needs=("name",), sort="name", wide=False),
            column(User, "role", wide=False),
            column(User, "team", edit=True),
            column(User, "manager", edit=True, sort="manager__name"),
            Column("email", _("E-mail"), _mail, needs=("email",), sort="email"),
            column(User, "last_login", label=_("Last sign-in")),
            column(User, "created_at", shown=False),
        ),
        filters=(
            filters.choice("role", _("Role"), Role.choices),
            Filter("team", _("Team"), _in_team, _teams),
            filters.person("manager", _("Manager")),
            filters.when("last_login", _("Last sign-in"), moment=True),
            Filter("archived", _("Left"), lambda _v, _r: Q(archived_at__isnull=False), _left),
        ),
        search=SearchText(names=("name",), details=("email",), subtitle=lambda person: person.email),
        bulk=("team", "manager"),
        pages={"add": PersonFormPage, "step": PersonStepPage, "detail": PersonPage, "board": None},
        menu=False,
    )
)


def _team(team: Any, reader: Reader) -> str:
    return reader.link(team)


register(
    Resource(
        name="teams",
        model=Team,
        form=TeamForm,
        icon="team",
        order="name",
        columns=(
            Column("name", _("Team"), _team, needs=("name",), sort="name", wide=False),
            column(Team, "created_at"),
        ),
        filters=(filters.archived(),),
        search=SearchText(names=("name",)),
        pages={"detail": TeamPage, "board": None},
        menu=False,
    )
)
