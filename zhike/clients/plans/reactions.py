"""What plans do about what happens elsewhere. Conversations keep `last_on`: they know what was said."""

from zhike.clients.plans.keeping import refresh, refresh_of_clients
from zhike.clients.plans.models import Plan
from zhike.core.clock import events as clock
from zhike.core.record.events import ADDED, ARCHIVED, EDITED, RESTORED
from zhike.core.timeline.reactions import Batch, reaction

CALENDAR, CLIENT, PLAN = "clock.calendar", "clients.client", Plan._meta.label_lower


@reaction(ADDED, EDITED, ARCHIVED, RESTORED, clock.MADE_DEFAULT)
def count_the_days_again(batch: Batch) -> None:
    """When a calendar, a client's country or standing, or a plan's standing changes."""
    if any(event.record_type == CALENDAR for event in batch):
        refresh(Plan.objects.running())
        return
    clients = {event.record_id for event in batch if event.record_type == CLIENT and event.kind != ADDED.name}
    plans = {event.record_id for event in batch if event.record_type == PLAN and event.kind in STANDING}
    if clients:
        refresh_of_clients(clients)
    if plans:
        refresh(Plan.objects.filter(pk__in=plans))


STANDING = {ARCHIVED.name, RESTORED.name}
