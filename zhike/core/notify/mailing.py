"""Notifications by mail at once: each becomes one letter, in the transaction which notes that it did."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from zhike.core.mail.recipient import recipient_of
from zhike.core.mail.rendering import as_read_by
from zhike.core.mail.server import the_program
from zhike.core.mail.writing import write
from zhike.core.notify.models import Notification, Way
from zhike.core.notify.stopping_mail import heads, link_to_stop
from zhike.core.notify.words import told_to
from zhike.core.resources.reader import Reader

TOGETHER = 100


def wishes_url() -> str:
    return settings.ADDRESS + reverse("notification_wishes")


def mail_at_once() -> int:
    """Write what waits; how many letters. What was read meanwhile, or may no longer be seen, needs none."""
    written = 0
    while waiting := _some():
        written += waiting
    return written


def _some() -> int:
    with transaction.atomic():
        waiting = Notification.objects.filter(way=Way.MAIL, letter=None, read_at=None, user__is_active=True)
        found = list(
            waiting.select_related("event", "user")
            .order_by("pk")
            .select_for_update(of=("self",), skip_locked=True)[:TOGETHER]
        )
        for one in found:
            letter = _letter(one)
            Notification.objects.filter(pk=one.pk).update(letter=letter, way=Way.MAIL if letter else Way.APP)
    return len(found)


def _letter(one: Notification) -> Any:
    with as_read_by(recipient_of(one.user)):
        (told,) = told_to([one], Reader(one.user))
        reason = one.get_reason_display()
    if not told.url:
        return None
    stop = link_to_stop(one.user_id, one.reason)
    said = {"told": told, "reason": reason, "stop": stop, "wishes": wishes_url()}
    said["link"] = settings.ADDRESS + reverse("notification", args=[one.pk])
    return write(by=the_program(), to=one.user, template="notify/mail/one", context=said, headers=heads(stop))
