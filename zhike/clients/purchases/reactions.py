"""When a rate or the company's currency changes, what was bought is counted anew."""

from zhike.clients.purchases.jobs import SOON, refresh
from zhike.clients.purchases.models import Rate
from zhike.core.access.events import COMPANY_CHANGED
from zhike.core.record.events import ADDED, ARCHIVED, EDITED, IMPORTED, RESTORED
from zhike.core.timeline.reactions import Batch, reaction


@reaction(ADDED, EDITED, ARCHIVED, RESTORED, IMPORTED, COMPANY_CHANGED)
def count_anew(events: Batch) -> None:
    """By a job: there may be very many purchases. An edit may have changed the currency itself, so all are counted."""
    if any("currency" in event.fact("changed", {}) for event in events):
        return _count("")
    rates = [event.record_id for event in events if event.record_type == Rate._meta.label_lower]
    for currency in sorted(set(Rate.objects.filter(pk__in=rates).values_list("currency", flat=True))):
        _count(currency)


def _count(currency: str) -> None:
    refresh.configure(schedule_in={"seconds": SOON}).defer(currency=currency)
