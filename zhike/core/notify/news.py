"""What the open lines ask of the database: each a call or two for everybody at once."""

from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse
from django.utils import timezone, translation

from zhike.core.base.languages import language_for
from zhike.core.notify.models import Notification
from zhike.core.notify.reading import unread_count
from zhike.core.notify.words import told_to
from zhike.core.resources.reader import Reader


def news_for(user_ids: Collection[int], *, quiet: bool = False) -> dict[int, dict[str, Any]]:
    """For each person {unread, text, url}: the latest notification in their language; `quiet` leaves out the words."""
    try:
        people = apps.get_model("access.User")._default_manager.at_work().in_bulk(user_ids)
        return {pk: _news(user, quiet) for pk, user in people.items()}
    finally:
        connection.close()


def _news(user: Any, quiet: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"unread": unread_count(user)}
    latest = None if quiet else Notification.objects.of(user).unread().newest_first().first()
    if latest is None:
        return told
    with translation.override(language_for(user)):
        (said,) = told_to([latest], Reader(user))
        url = reverse("notification", args=[latest.pk]) if said.url else ""
        return told | {"text": said.plain, "url": url}


def alive(lines: Collection[tuple[int, str]]) -> set[tuple[int, str]]:
    """Those of the (person, session) which are still signed in and at work."""
    try:
        sessions = Session.objects.filter(session_key__in={key for _pk, key in lines}, expire_date__gt=timezone.now())
        open_keys = set(sessions.values_list("session_key", flat=True))
        staff = apps.get_model("access.User")._default_manager.at_work().filter(pk__in={pk for pk, _key in lines})
        working = set(staff.values_list("pk", flat=True))
        return {(pk, key) for pk, key in lines if key in open_keys and pk in working}
    finally:
        connection.close()
