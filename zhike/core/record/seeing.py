"""A record that belongs to a client is seen by those who see the client."""

from typing import Any

from django.apps import apps
from django.db.models import Q


def through_client(records: Any, user: Any) -> Any:
    """Narrow to records of visible clients, and to those without a client that the person added or that all may see."""
    if not getattr(user, "is_active", False):
        return records.none()
    if user.sees_all:
        return records
    clients = apps.get_model("clients.Client").objects.visible_to(user)
    return records.filter(Q(client__in=clients) | Q(client=None, created_by=user))
