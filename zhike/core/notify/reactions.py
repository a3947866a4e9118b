"""Events become notifications."""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps

from zhike.core.access.standing_in import deputy_today
from zhike.core.notify.concerning import JOB_ENDS, KINDS, Concern, about, concerns_of
from zhike.core.notify.jobs import mail_notifications
from zhike.core.notify.models import Notification, Reason, Way
from zhike.core.notify.sight import seen_keys
from zhike.core.notify.wishes import way_of, wishes_of
from zhike.core.timeline.push import push
from zhike.core.timeline.reactions import Batch, reaction


@reaction(*KINDS)
def notify_those_concerned(batch: Batch) -> None:
    """One for each event and person: never for one's own deed, nor about what the person may not see now."""
    first: dict[tuple[int, int], Concern] = {}
    for concern in concerns_of(batch):
        event, user, _reason = concern
        if user != event.actor_id:
            first.setdefault((event.pk, user), concern)
    told = _as_wished(_seeing(_with_deputies(first)))
    Notification.objects.bulk_create(told, ignore_conflicts=True, batch_size=1_000)
    push({one.user_id for one in told}, "notify")
    if any(one.way == Way.MAIL for one in told):
        mail_notifications.defer()
    for event in (event for event in batch if event.kind in JOB_ENDS):
        push([event.fact("person")], "job", {"id": event.record_id})


def _with_deputies(first: dict[tuple[int, int], Concern]) -> Iterable[Concern]:
    """Whoever stands in for somebody away hears what that person hears."""
    more: dict[tuple[int, int], Concern] = {}
    for event, user, reason in first.values():
        deputy = deputy_today(user)
        if deputy and reason != Reason.JOB and deputy[0] != event.actor_id:
            more.setdefault((event.pk, deputy[0]), (event, deputy[0], Reason.ABSENT))
    return (more | first).values()


def _as_wished(concerns: list[Concern]) -> list[Notification]:
    """In the order of events, each with the way in which the person wishes to hear of it."""
    wishes = wishes_of({user for _event, user, _reason in concerns})
    told = [
        Notification(user_id=user, event=event, reason=reason, way=way)
        for event, user, reason in concerns
        if (way := way_of(wishes[user], reason)) != Way.NOT
    ]
    return sorted(told, key=lambda one: one.event_id)


def _seeing(concerns: Iterable[Concern]) -> list[Concern]:
    """Those in which the person sees the record: a query for each person and kind of record."""
    wanted: dict[int, list[Concern]] = defaultdict(list)
    for concern in concerns:
        wanted[concern[1]].append(concern)
    people = apps.get_model("access.User")._default_manager.at_work().in_bulk(wanted)
    return [
        concern
        for pk, user in people.items()
        for seen in [seen_keys(user, (about(event) for event, _pk, _reason in wanted[pk]))]
        for concern in wanted[pk]
        if about(concern[0]) in seen
    ]
