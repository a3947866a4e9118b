"""A delivery of its own: for effects outside, and for reactions that failed in their batch."""

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from zhike.core.timeline.models import Delivery
from zhike.core.timeline.reactions import REACTIONS

AGAIN = RetryStrategy(max_attempts=12, exponential_wait=4)


@app.task(name="timeline.deliver_one", retry=AGAIN)
def deliver_one(event_id: int, reaction: str) -> None:
    """Run one reaction on one event, and strike the delivery out in the same transaction."""
    try:
        with transaction.atomic():
            waiting = Delivery.objects.select_for_update().filter(event_id=event_id, reaction=reaction)
            for delivery in waiting.select_related("event"):
                if reaction in REACTIONS:
                    REACTIONS[reaction].run([delivery.event])
                delivery.delete()
    except Exception as failure:
        _count_failure(event_id, reaction, failure)
        raise


def _count_failure(event_id: int, reaction: str, failure: Exception) -> None:
    for delivery in Delivery.objects.filter(event_id=event_id, reaction=reaction):
        delivery.tries += 1
        delivery.failure = repr(failure)[:2_000]
        delivery.save(update_fields=["tries", "failure"])
