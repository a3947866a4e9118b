"""Meetings on other pages: the client's, My day, the calendar, and among what is owed."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.clients.private_notes.parts import LABEL, TEMPLATE, private_notes
from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part, standing_of
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.meetings import charter, document, pack  # noqa: F401  (documents, declared there)
from zhike.domains.meetings.choices import State
from zhike.domains.meetings.models import Meeting

SHOWN, ON_THE_TAB = 3, 60
SOON = timedelta(days=7)


def _url(meeting: Meeting) -> str:
    return reverse("meetings:detail", args=[meeting.reference])


@part("clients.rail", template="meetings/rail.html", label=_("Meetings"), order=16, about=("meetings.Meeting.client",))
def next_meetings(client: Any, reader: Reader) -> dict[str, Any] | None:
    """The next few."""
    coming = list(Meeting.objects.coming(reader.now).filter(client=client)[:SHOWN])
    return {"meetings": coming, "more": ("?tab=meetings", gettext("All"))} if coming else None


@part(
    "clients.tab",
    template="meetings/tab.html",
    label=_("Meetings"),
    name="meetings",
    order=6,
    counts=standing_of(Meeting),
)
def meetings(client: Any, reader: Reader) -> dict[str, Any]:
    """Those to come, then those that were."""
    found = list(
        Meeting.objects.standing().filter(client=client).select_related("lead").order_by("-starts_at")[:ON_THE_TAB]
    )
    coming = [one for one in reversed(found) if one.state in (State.PLANNED, State.HELD)]
    groups = [
        (pgettext_lazy("of meetings", "To come"), coming),
        (pgettext_lazy("of meetings", "Before"), [one for one in found if one not in coming]),
    ]
    return {
        "groups": groups,
        "any": bool(found),
        "may_add": not client.archived_at and Meeting.may_add(reader.user, None),
    }


@part("day.first", template="meetings/day.html", label=_("Meetings"), order=8)
def today(person: Any, reader: Reader) -> dict[str, Any] | None:
    """Those of the next days, and those whose minutes are open."""
    near = Q(state=State.PLANNED, starts_at__range=(reader.now - timedelta(hours=4), reader.now + SOON))
    mine = Meeting.objects.visible_to(reader.user).standing().of(person.stands_for).filter(near | Q(state=State.HELD))
    shown, in_all = first_and_all(mine.with_topics().select_related("client").order_by("starts_at"), SHOWN * 2)
    for one in shown:
        one.bare = one.state == State.PLANNED and not one.topic_count and one.agenda_due <= reader.now
    return {"meetings": shown, "count": in_all} if shown else None


@calendar_source("meetings", label=_("Meetings"))
def calendar(reader: Reader, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """Those which these people lead or attend."""
    zone = timezone.get_current_timezone()
    days = datetime.combine(first, time.min, zone), datetime.combine(last, time.max, zone)
    seen = Meeting.objects.visible_to(reader.user).standing().exclude(state=State.CANCELLED).of(people)
    for one in seen.filter(starts_at__range=days).select_related("client"):
        begins = timezone.localtime(one.starts_at)
        yield Item(
            begins.date(), one.title, _url(one), "meeting", at=begins.time(), client=str(one.client),
            done=one.state == State.CLOSED,
        )  # fmt: skip


@owed_source("agendas", label=_("Agenda"), icon="meeting")
def agendas(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Meetings within a week that have no agenda yet."""
    bare = Meeting.objects.visible_to(reader.user).unprepared(reader.now + SOON).filter(starts_at__gt=reader.now)
    for one in scope.of(bare.select_related("client").order_by("agenda_due", "pk"), owner="lead"):
        due = timezone.localtime(one.agenda_due)
        yield Owed(
            due.date(), one.title, _url(one), one.reference, at=due.time(), person=one.lead_id, client=one.client
        )


@owed_source("minutes", label=pgettext_lazy("of a meeting", "Minutes"), icon="meeting")
def minutes(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """What was held and not closed."""
    open_ones = Meeting.objects.visible_to(reader.user).unwritten().select_related("client")
    for one in scope.of(open_ones, owner="lead"):
        day = timezone.localdate(one.starts_at)
        yield Owed(day, one.title, _url(one), one.reference, person=one.lead_id, client=one.client)


part("meetings.main", template=TEMPLATE, label=LABEL, name="private", order=60)(private_notes)


@belonging("meetings", label=_("Meetings led"), field="lead")
def led(person: Any) -> Any:
    return Meeting.objects.standing().filter(lead=person, state__in=(State.PLANNED, State.HELD))
