"""A person's days for the calendar programs of phones and desks: one secret address, which they ask again and again."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.core.access.locale import ZONES
from zhike.core.access.policies import is_oneself
from zhike.core.access.request import StaffRequest
from zhike.core.base.languages import language_for
from zhike.core.links.errors import LinkEnded
from zhike.core.links.models import Link
from zhike.core.links.purposes import purpose
from zhike.core.pages.calendar import Item, items_between
from zhike.core.resources.reader import Reader
from zhike.surfaces.console.ics import written

PURPOSE = "people.calendar"
BEFORE, AHEAD = timedelta(days=30), timedelta(days=330)  # less than a year: what comes each year comes once


@purpose(
    PURPOSE,
    "access.user",
    label=gettext_lazy("Their days, for a calendar program"),
    action=gettext_lazy("Make an address to subscribe to"),
    days=2 * 365,
    may=is_oneself,
    polled=True,
)
def feed(request: HttpRequest, link: Any, person: Any) -> HttpResponse:
    """What the person sees in the calendar as theirs, as iCalendar. Ended for who no longer works here."""
    if not person.is_active:
        raise LinkEnded("revoked")
    zone = ZoneInfo(person.time_zone if person.time_zone in ZONES else timezone.get_default_timezone_name())
    with timezone.override(zone), translation.override(language_for(person)):
        title = _("%(person)s’s days") % {"person": person.name}
        said = written(title, days_of(person), zone)
    headers = {"Content-Disposition": 'inline; filename="zhike.ics"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(said, content_type="text/calendar; charset=utf-8", headers=headers)


def days_of(person: Any) -> list[Item]:
    """Those to come, and the last weeks; without what is done."""
    reader = Reader(person)
    past = items_between(reader, [person.pk], reader.today - BEFORE, reader.today - timedelta(days=1))
    coming = items_between(reader, [person.pk], reader.today, reader.today + AHEAD)
    return [item for items in (past | coming).values() for item in items if not item.done]


@login_required
def show(request: StaffRequest) -> HttpResponse:
    """GET /calendar/feed/: one's own addresses, who asked them last, and the button that makes one."""
    found = Link.objects.on(request.user).filter(purpose=PURPOSE, revoked_at=None).prefetch_related("visits")
    shown = [(link, max((visit.at for visit in link.visits.all()), default=None)) for link in found]
    return render(request, "console/feed.html", {"links": shown, "purpose": PURPOSE})
