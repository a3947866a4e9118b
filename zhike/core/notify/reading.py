"""What a person has not read yet, and that they have now."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from zhike.core.notify.models import Notification
from zhike.core.timeline.push import push


def unread_count(user: Any) -> int:
    """The number on the bell."""
    return Notification.objects.of(user).unread().count()


def mark_read(user: Any, pk: int | None = None) -> int:
    """One of the person's own, or all of them; how many were unread. Their other pages hear of it."""
    unread = Notification.objects.of(user).unread()
    with transaction.atomic():
        count = (unread.filter(pk=pk) if pk else unread).update(read_at=timezone.now())
        if count:
            push([user.pk], "notify", {"quiet": True})
    return count
