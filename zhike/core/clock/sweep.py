"""Finding what is late: once for each deadline, however many sweeps run at once."""

from datetime import datetime

from django.apps import apps
from django.db import transaction

from zhike.core.clock import events
from zhike.core.clock.models import Deadline
from zhike.core.timeline.tell import tell_many

BATCH = 1_000


def sweep(now: datetime) -> int:
    """Mark the deadlines that have newly passed and tell each; their number."""
    total = 0
    while found := _sweep_some(now):
        total += found
    return total


@transaction.atomic
def _sweep_some(now: datetime) -> int:
    system = apps.get_model("access.User").objects.system()
    waiting = Deadline.objects.late(now).filter(passed_at=None).order_by("due_at").select_related("client")
    passed = list(waiting.select_for_update(of=("self",), skip_locked=True, no_key=True)[:BATCH])
    Deadline.objects.filter(pk__in=[deadline.pk for deadline in passed]).update(passed_at=now)
    tell_many(deadline.event(events.PASSED, by=system) for deadline in passed)
    return len(passed)
