"""What happens becomes deliveries, for each webhook that wants it and whose keeper sees it."""

from collections.abc import Iterable
from typing import Any

from zhike.core.notify.concerning import about
from zhike.core.notify.sight import seen_keys
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.models import Event
from zhike.core.timeline.reactions import Batch, reaction
from zhike.surfaces.webhooks import events
from zhike.surfaces.webhooks.jobs import send
from zhike.surfaces.webhooks.models import Delivery, Webhook

OURS = ("webhooks.webhook", "webhooks.delivery")


@reaction()
def collect(batch: Batch) -> None:
    """One for each webhook and event, whoever crashes; the sending is a job's."""
    told = [event for event in batch if event.kind == events.TRIED.name or _is_told(event)]
    found = [one for webhook in _working() for one in _wanted(webhook, told)] if told else []
    if found:
        Delivery.objects.bulk_create(found, ignore_conflicts=True, batch_size=1_000)
        for pk in dict.fromkeys(one.webhook_id for one in found):
            send.defer(webhook_id=pk)


def _is_told(event: Event) -> bool:
    """What no timeline shows, and what is about webhooks, goes nowhere."""
    return event.record_type not in OURS and not event.declared.private


def _working() -> list[Webhook]:
    return list(Webhook.objects.working().filter(owner__is_active=True).select_related("owner"))


def _wanted(webhook: Webhook, batch: Iterable[Event]) -> Iterable[Delivery]:
    wanted = [event for event in batch if webhook.wants(event, _resource(event))]
    seen: Any = seen_keys(webhook.owner, {about(event) for event in wanted}) if wanted else set()
    return [
        Delivery(
            webhook=webhook, event=event, kind=event.kind, record_type=event.record_type, record_id=event.record_id
        )
        for event in wanted
        if about(event) in seen
    ]  # fmt: skip


def _resource(event: Event) -> str:
    resource = resource_of(event.record_type)
    return resource.name if resource else ""
