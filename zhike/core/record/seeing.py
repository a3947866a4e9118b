"""A record that belongs to a client is seen by those who see the client."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q


def through_client(records: Any, user: Any) -> Any:
    """Narrow to records of visible clients, and to those without a client that the person added or that all may see."""
    if not getattr(user, "is_active", False):
        return records.none()
    if user.sees_all:
        return records
    if not records.model._meta.get_field("client").null:
        return records.filter(client__in=apps.get_model("clients.Client").objects.visible_to(user))
    return records.filter(client_seen_by(user) | Q(client=None, created_by=user))


def client_seen_by(user: Any, path: str = "client_id") -> Exists:
    """Whether the person sees the client which stands under `path`, looked up row by row."""
    clients = apps.get_model("clients.Client").objects.visible_to(user)
    # The second comparison keeps PostgreSQL from hashing all visible clients to look up a few.
    return Exists(clients.filter(pk=OuterRef(path), pk__gte=OuterRef(path)))


def those_who_see(record: Any, people: Iterable[Any]) -> list[Any]:
    """Those of the people who may see the record; a query or two for each, so ask about few."""
    records = type(record)._default_manager
    return [person for person in people if records.visible_to(person).filter(pk=record.pk).exists()]
