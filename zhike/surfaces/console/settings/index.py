"""The index of what administrators set."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.playbooks.models import Playbook
from zhike.clients.purchases.models import Rate
from zhike.clients.stages.models import Stage
from zhike.clients.tiers.models import Tier
from zhike.core.access.models import Team, Token, User
from zhike.core.clock.models import Calendar
from zhike.core.fields.models import FieldDefinition
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer


@dataclass(frozen=True)
class Part:
    """One part of the settings: where, what it is called, what it is for, how many there are."""

    url_name: str
    icon: str
    label: str | Promise
    text: str | Promise
    count: int | None = None

    @property
    def url(self) -> str:
        return reverse(self.url_name)


def administers(request: HttpRequest) -> None:
    """Raises Forbidden (403) for everyone else."""
    if not may_administer(request.user):
        raise Forbidden


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """GET /settings/."""
    administers(request)
    return render(request, "settings/index.html", {"parts": _parts()})


def _parts() -> list[Part]:
    return [
        Part("settings_company", "building", _("Company"), _("Name, region, who sees the clients.")),
        Part(
            "people:list", "person", _("People"), _("Who works here, what they may do, their passwords."),
            User.objects.at_work().count(),
        ),
        Part("teams:list", "team", _("Teams"), _("Who works together."), Team.objects.standing().count()),
        Part(
            "calendars:list", "calendar", _("Calendars"), _("Working hours, public holidays, make-up days."),
            Calendar.objects.standing().count(),
        ),
        Part(
            "fields:list", "columns", _("Own fields"), _("What your company notes beyond the usual."),
            FieldDefinition.objects.standing().count(),
        ),
        Part(
            "stages:list", "board", _("Stages"), _("A client’s life with you: who comes in, what follows, how long."),
            Stage.objects.standing().count(),
        ),
        Part(
            "tiers:list", "star", _("Tiers"), _("Levels of service: for whom, and what each entitles to."),
            Tier.objects.standing().count(),
        ),
        Part(
            "playbooks:list", "list", _("Playbooks"), _("What is always done in the same way, as lists of to-dos."),
            Playbook.objects.standing().count(),
        ),
        Part(
            "rates:list", "money", _("Exchange rates"), _("By which amounts in other currencies are added up."),
            Rate.objects.standing().count(),
        ),
        Part("settings_mail", "mail", _("Mail"), _("The server that sends, a test, and what did not arrive.")),
        Part(
            "tokens:list", "key", _("Tokens"), _("Keys with which programs use the API."),
            Token.objects.standing().count(),
        ),
        Part("jobs", "clock", _("Jobs"), _("Imports and other long work: how far it is, what went wrong.")),
    ]  # fmt: skip
