"""What a webhook hears: the event as the API tells it, no more than its keeper sees now."""

from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from zhike.core.base.languages import language_for
from zhike.core.history.feed import told_all
from zhike.core.notify.concerning import about
from zhike.core.notify.sight import seen_keys
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.models import Event
from zhike.surfaces.api import json
from zhike.surfaces.api.beside import event_told
from zhike.surfaces.webhooks.models import Delivery, Webhook

CLIENT = "clients.client"


def bodies(webhook: Webhook, deliveries: list[Delivery]) -> dict[int, bytes]:
    """By number of the delivery; those are missing whose record the keeper sees no longer, or whose event is gone."""
    events = {event.pk: event for event in Event.objects.filter(pk__in=[one.event_id for one in deliveries])}
    clients = {(CLIENT, event.client_id) for event in events.values() if event.client_id}
    seen = seen_keys(webhook.owner, {about(event) for event in events.values()} | clients)
    told = _told(webhook, events)
    return {
        one.pk: json.text(_body(webhook, one, events[one.event_id], told[one.event_id], seen)).encode()
        for one in deliveries
        if one.event_id in events and about(events[one.event_id]) in seen
    }


def _told(webhook: Webhook, events: dict[int, Event]) -> dict[int, Any]:
    """In the keeper's language and time zone."""
    with translation.override(language_for(webhook.owner)), timezone.override(None):
        return {one.event.pk: event_told(one) for one in told_all([*events.values()], Reader(webhook.owner))}


def _body(webhook: Webhook, delivery: Delivery, event: Event, told: Any, seen: Any) -> dict[str, Any]:
    resource = resource_of(event.record_type)
    client = f"CL-{event.client_id}" if (CLIENT, event.client_id) in seen else None
    place = resource.url("detail", _numbered(resource.model, event.record_id)) if resource else ""
    return {
        "delivery": delivery.reference,
        "webhook": webhook.reference,
        "event": told,
        "about": resource.name if resource else None,
        "client": client,
        "url": settings.ADDRESS + place if place else None,
    }


def _numbered(model: Any, pk: int) -> Any:
    return model(pk=pk)
