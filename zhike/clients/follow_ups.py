"""When a client is to be followed up: the soonest day of its to-dos that are open and not put off."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from zhike.clients.models import Client
from zhike.core.todos.models import Todo


def refresh_follow_ups(clients: Collection[int]) -> None:
    """Set the day of these clients, in one statement; their versions stay."""
    due = Todo.objects.awake(timezone.localdate()).filter(client=OuterRef("pk"), due_on__isnull=False)
    soonest = due.order_by("due_on").values("due_on")[:1]
    Client.objects.filter(pk__in=clients).update(next_follow_up=Subquery(soonest))


def lately_woken(days: int = 2) -> set[int]:
    """Clients with a to-do whose being put off ended in the last days."""
    today = timezone.localdate()
    woken = Todo.objects.awake(today).filter(snoozed_until__gt=today - timedelta(days=days))
    return set(woken.exclude(client=None).values_list("client_id", flat=True))
