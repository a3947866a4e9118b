"""The index of what administrators set, and the parts which the console brings itself."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Team, User
from zhike.core.clock.models import Calendar
from zhike.core.fields.models import FieldDefinition
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.ui.setting_up import SettingsPart, parts, register

PARTS = (
    SettingsPart("settings_company", "building", _("Company"), _("Name, region, who sees the clients."), order=10),
    SettingsPart(
        "settings_reachability", "phone", _("Reachability"),
        _("When and how clients reach you, and by when you answer."), order=12,
    ),
    SettingsPart(
        "people:list", "person", _("People"), _("Who works here, what they may do, their passwords."),
        lambda: User.objects.at_work().count(), 15,
    ),
    SettingsPart(
        "teams:list", "team", _("Teams"), _("Who works together."), lambda: Team.objects.standing().count(), 20
    ),
    SettingsPart(
        "calendars:list", "calendar", _("Calendars"), _("Working hours, public holidays, make-up days."),
        lambda: Calendar.objects.standing().count(), 25,
    ),
    SettingsPart(
        "fields:list", "columns", _("Own fields"), _("What your company notes beyond the usual."),
        lambda: FieldDefinition.objects.standing().count(), 30,
    ),
    SettingsPart(
        "settings_sign_in", "lock", _("Signing in"), _("Who must show a second step, and who has one."), order=17
    ),
    SettingsPart(
        "settings_areas", "board", _("Areas"), _("What you work with; the rest can be switched off."), order=35
    ),
    SettingsPart(
        "jobs", "clock", _("Jobs"), _("Imports and other long work: how far it is, what went wrong."), order=90
    ),
)  # fmt: skip
for one in PARTS:
    register(one)


def administers(request: HttpRequest) -> None:
    """Raises Forbidden (403) for everyone else."""
    if not may_administer(request.user):
        raise Forbidden


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """GET /settings/."""
    administers(request)
    return render(request, "settings/index.html", {"parts": parts()})
