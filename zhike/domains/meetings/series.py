"""The next meeting of a series: so many weeks after the slot of the one before, at the same hour by the wall clock."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from zhike.core.clock.models import Calendar
from zhike.core.lifecycle.policies import may_work
from zhike.core.timeline.moment import moment
from zhike.domains.meetings import events
from zhike.domains.meetings.models.topic import Topic

KEPT = ("client", "kind", "title", "goal", "minutes", "place", "video", "lead", "every_weeks", "agenda_hours")
MOST = 50  # of one sweep


def next_slot(slot: datetime, weeks: int, after: datetime) -> datetime:
    """The first one in the rhythm that lies after both, across summer time too."""
    zone = ZoneInfo(Calendar.objects.default().zone)
    wall = slot.astimezone(zone).replace(tzinfo=None)
    while (found := wall.replace(tzinfo=zone)) <= max(slot, after):
        wall += timedelta(weeks=weeks)
    return found


def make_next(meeting: Any, *, by: Any) -> Any:
    """The one that follows, made once however often it is asked for; what is left over stands on its agenda."""
    found = type(meeting).objects.filter(former=meeting).first() or _make(meeting, by)
    carry_over(meeting, found)
    return found


def carry_over(meeting: Any, following: Any) -> int:
    """What was not spoken about and what is parked, once each; how many."""
    if following.state != "planned":
        return 0
    left = meeting.topics.filter(done=False, carried_to=None) if meeting.state != "planned" else Topic.objects.none()
    made = [
        Topic(
            meeting=following, title=one.title, goal=one.goal, minutes=one.minutes, person=one.person,
            contact=one.contact, parked=one.parked, position=one.position, carried_from=one,
        )
        for one in left.select_related("person", "contact")
    ]  # fmt: skip
    return len(Topic.objects.bulk_create(made))


def sweep(now: datetime) -> int:
    """Make what follows those that are over; how many. Run twice, it does no more."""
    from zhike.core.access.models import User
    from zhike.domains.meetings.models import Meeting

    due = Meeting.objects.standing().filter(every_weeks__gt=0, starts_at__lt=now, following=None)
    made = 0
    for pk in list(due.order_by("pk").values_list("pk", flat=True)[:MOST]):
        with transaction.atomic():
            held = due.filter(pk=pk).select_for_update(of=("self",), skip_locked=True, no_key=True).first()
            if held:
                make_next(held, by=held.lead if may_work(held.lead) else User.objects.system())
                made += 1
    return made


def _make(meeting: Any, by: Any) -> Any:
    slot = next_slot(meeting.slot or meeting.starts_at, meeting.every_weeks, moment())
    people = list(meeting.staff.filter(is_active=True))
    return type(meeting).objects.add(
        by=by, tells=events.FOLLOWED, facts={"when": slot.isoformat()}, starts_at=slot, slot=slot, former=meeting,
        staff=people, contacts=list(meeting.contacts.standing()), **{name: getattr(meeting, name) for name in KEPT},
    )  # fmt: skip


def holiday_of(meeting: Any) -> str:
    """Why nobody works on its day by the company's calendar; empty where somebody does."""
    calendar, day = Calendar.objects.default(), timezone.localdate(meeting.starts_at)
    if calendar.working(day).is_working_day(day):
        return ""
    return calendar.holiday(day) or gettext("no working day")
