"""Building the company: one transaction, so that an interrupted start leaves nothing half-built."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused
from zhike.core.notify.models import Notification
from zhike.core.notify.reading import mark_read
from zhike.core.timeline.delivery import deliver
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.demo import (
    Progress,
    agreements,
    answers,
    baselines,
    charters,
    clients,
    contracts,
    conversations,
    dates,
    duplicates,
    engagement,
    facts,
    flows,
    foreseen,
    handovers,
    held,
    ideas,
    inquiries,
    is_built,
    iterations,
    journeys,
    letters,
    links,
    meetings,
    offers,
    own_fields,
    papers,
    plans,
    projects,
    purchases,
    quality,
    requirements,
    rights,
    risks,
    said_again,
    segments,
    silences,
    snippets,
    staff,
    stages,
    story_maps,
    strategy,
    talk,
    tiers,
    todos,
    tradeoffs,
    tryouts,
    twins,
    views,
    wordings,
)
from zhike.surfaces.exchange.demo.models import Mark
from zhike.surfaces.exchange.demo.world import World

# In this order; each plans its part of the history in the world.
AREAS: tuple[Callable[[World], None], ...] = (
    staff.build,
    own_fields.build,
    clients.build,
    conversations.build,
    todos.build,
    plans.build,
    snippets.build,
    stages.build,
    letters.build,
    talk.build,
    papers.build,
    links.build,
    purchases.build,
    facts.build,
    dates.build,
    rights.build,
    agreements.build,
    twins.build,
    foreseen.build,
    held.build,
    contracts.build,
    tradeoffs.build,
    engagement.build,
    said_again.build,
    meetings.build,
    projects.build,
    charters.build,
    baselines.build,
    iterations.build,
    quality.build,
    requirements.build,
    story_maps.build,
    flows.build,
    inquiries.build,
    tryouts.build,
    risks.build,
    ideas.build,
    answers.build,
    silences.build,
    segments.build,
    tiers.build,
    offers.build,
    strategy.build,
    journeys.build,
    handovers.build,
    duplicates.build,
    views.build,
    wordings.build,
)


def build(progress: Progress, scale: float) -> None:
    if is_built():
        raise Refused(_("The demo company is there already. Remove it first: zhike demo remove."))
    with transaction.atomic(), translation.override("en"):
        world = World(scale)
        for area in AREAS:
            area(world)
        progress("Living through its history …")
        world.live(progress)
        world.keep_marks()
        mark_what_they_did(world)
    _deliver(progress)
    _read_old_news(world)


def mark_what_they_did(world: World) -> None:
    """The stream knows: until this transaction commits, only the demo can act as these people."""
    theirs = Event.objects.filter(actor__in=world.staff.values())
    marks = [
        Mark(record_type=kind, record_id=pk) for kind, pk in theirs.values_list("record_type", "record_id").distinct()
    ]
    Mark.objects.bulk_create(marks, ignore_conflicts=True)


def _deliver(progress: Progress) -> None:
    done = 0
    while count := deliver():
        done += count
        progress(f"{done:,} events seen by search and the rest")


def _read_old_news(world: World) -> None:
    """What came more than two days ago has been read."""
    old = Notification.objects.unread().filter(event__at__lt=world.now - timedelta(days=2))
    for person in world.staff.values():
        for pk in old.of(person).values_list("pk", flat=True):
            mark_read(person, pk)
