"""What each section of the operations page shows. Every look is a few quick questions."""

import platform
import shutil
from datetime import timedelta
from typing import Any

import django
from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, Min, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from zhike import __version__
from zhike.config.schedule import SILENCE
from zhike.core.files.models import Attachment
from zhike.core.mail.models import Letter
from zhike.core.timeline.models import Delivery, Undelivered
from zhike.core.ui.machine_room import Section, register
from zhike.surfaces.operations.models import Slow
from zhike.surfaces.shell._checkup import examine

SHOWN = 12
TABLES = """
    select relname, pg_total_relation_size(relid), n_live_tup from pg_stat_user_tables
    order by 2 desc limit %s
"""
SUBJECTS = {
    "configuration": _("configuration"),
    "secret key": _("secret key"),
    "storage": _("storage"),
    "made files": _("made files"),
    "database": _("database"),
    "migrations": _("migrations"),
    "worker": _("worker"),
    "jobs": _("jobs"),
    "events": _("events"),
    "mail": _("mail"),
}
SIGNALS = {"ok": "good", "warn": "watch", "bad": "bad"}


def health() -> dict[str, Any]:
    """The findings of `zhike check`, the worst first."""
    order = ("bad", "warn", "ok")
    found = sorted(examine(), key=lambda one: order.index(one.state))
    subjects = [SUBJECTS.get(one.subject, one.subject) for one in found]
    rows = zip(found, subjects, strict=True)
    return {"findings": [{"one": one, "subject": said, "signal": SIGNALS[one.state]} for one, said in rows]}


def queue() -> dict[str, Any]:
    """Jobs that wait, are worked on, and failed in the last fortnight."""
    numbers = dict(ProcrastinateJob.objects.values_list("status").annotate(Count("pk")))
    failed = ProcrastinateJob.objects.filter(status="failed").order_by("-pk")
    doing = ProcrastinateJob.objects.filter(status="doing").order_by("pk")
    alive = ProcrastinateWorker.objects.filter(last_heartbeat__gte=timezone.now() - timedelta(seconds=SILENCE))
    told = {"waiting": numbers.get("todo", 0), "workers": alive.count(), "doing": list(doing[:SHOWN])}
    return told | {"failed": list(failed[:SHOWN]), "failed_number": numbers.get("failed", 0)}


def deliveries() -> dict[str, Any]:
    """Events on their way: fresh ones together, those that failed or go outside one by one."""
    fresh = Undelivered.objects.aggregate(number=Count("pk"), oldest=Min("event__at"))
    failed = Delivery.objects.exclude(failure="").select_related("event").order_by("-pk")
    return {"fresh": fresh, "outside": Delivery.objects.filter(failure="").count(), "failed": list(failed[:SHOWN])}


def outbox() -> dict[str, Any]:
    """Letters by state, those of the last thirty days."""
    since = timezone.now() - timedelta(days=30)
    numbers = Letter.objects.filter(created_at__gte=since).values_list("state").annotate(Count("pk"))
    words = dict(Letter._meta.get_field("state").flatchoices)
    return {"states": [(state, words.get(state, state), number) for state, number in numbers.order_by("state")]}


def slow() -> dict[str, Any]:
    """Places that took long, the worst first, and the latest of them."""
    places = Slow.objects.values("method", "place").annotate(number=Count("pk"), worst=Max("took_ms"), last=Max("at"))
    latest = Slow.objects.order_by("-pk").first()
    return {"places": list(places.order_by("-worst")[:SHOWN]), "latest": latest, "limit": settings.SLOW_MS}


def storage() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("select pg_database_size(current_database())")
        (size,) = cursor.fetchone() or (0,)
        cursor.execute(TABLES, [SHOWN])
        tables = cursor.fetchall()
    files = Attachment.objects.aggregate(number=Count("pk"), size=Coalesce(Sum("size"), 0))
    return {"database": size, "tables": tables, "files": files, "free": shutil.disk_usage(settings.DATA_DIR).free}


def versions() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("show server_version")
        (postgresql,) = cursor.fetchone() or ("",)
    parts = [("Zhike", __version__), ("Django", django.get_version()), ("Python", platform.python_version())]
    return {"parts": [*parts, ("PostgreSQL", postgresql), (str(_("System")), platform.platform(terse=True))]}


for number, (name, label, look) in enumerate(
    (
        ("health", _("What is wrong, and how to mend it"), health),
        ("queue", _("Jobs"), queue),
        ("deliveries", _("Events on their way"), deliveries),
        ("outbox", _("Mail"), outbox),
        ("slow", _("What took long"), slow),
        ("storage", _("Storage"), storage),
        ("versions", _("Versions"), versions),
    )
):
    register(Section(name, label, f"operations/{name}.html", look, order=number * 10))
