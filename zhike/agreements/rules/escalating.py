"""A rule that is not kept again and again goes to whoever leads: once, with how often and by whom."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.agreements.choices import Side
from zhike.agreements.models import Clause
from zhike.agreements.rules import events
from zhike.agreements.rules.compiling import compiled
from zhike.agreements.rules.kept import LATELY
from zhike.agreements.rules.models import Crossing
from zhike.agreements.rules.wording import in_a_sentence
from zhike.core.access.models import User
from zhike.core.approval.deciders import above
from zhike.core.base.languages import language_for
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import tell
from zhike.core.todos.errors import Unseeing
from zhike.core.todos.workflows import add_todo

OFTEN = 3  # times within `kept.LATELY` days


def escalate(clauses: Iterable[int], now: datetime) -> int:
    """Look at these clauses, by number; of how many somebody was told. Done twice, nobody is told twice."""
    return sum(_escalate(pk, now) for pk in sorted(clauses))


@transaction.atomic
def _escalate(pk: int, now: datetime) -> bool:
    clause = Clause.objects.select_related("client", "owner").select_for_update(of=("self",), no_key=True).get(pk=pk)
    since, thread = now - timedelta(days=LATELY), clause.thread or clause.pk
    versions = [thread, pk, *Clause.objects.filter(thread=thread).values_list("pk", flat=True)]
    if Event.objects.filter(kind=events.OFTEN.name, record_id__in=versions, at__gte=since).exists():
        return False
    for side in Side:
        crossed = Crossing.objects.of_thread(clause).filter(side=side, crossed_at__gte=since)
        if (times := crossed.count()) >= OFTEN:
            _tell(clause, side, times)
            return True
    return False


def _tell(clause: Any, side: Side, times: int) -> None:
    system, owner = User.objects.system(), clause.owner or clause.client.owner
    leads = next(iter(above(owner)), owner)
    rule = compiled(clause)
    said = in_a_sentence(rule) if rule else str(clause)
    with override(language_for(leads)):
        words = {"rule": said[:100], "times": times, "client": clause.client.short_name or clause.client.name}
        ours = _("We did not keep to “%(rule)s” %(times)d times: talk about it (%(client)s)")
        theirs = _("%(client)s did not keep to “%(rule)s” %(times)d times: talk about it with them")
        title = (ours if side == Side.US else theirs) % words
    for person in dict.fromkeys((leads, owner)):
        if person is not None and person.is_active:
            try:
                add_todo(clause, by=system, title=title[:200], owner=person, due_on=timezone.localdate())
                break
            except Unseeing:
                continue
    people = [one.pk for one in dict.fromkeys((leads, owner)) if one is not None]
    tell(events.OFTEN, clause, by=system, client=clause.client, facts={"rule": said, "times": times, "people": people})
