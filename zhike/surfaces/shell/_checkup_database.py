"""`zhike check`: the database, and the work that waits in it."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob

from zhike.config import health
from zhike.config.schedule import SILENCE
from zhike.surfaces.shell._finding import Finding

OLDEST = 150_000  # PostgreSQL 15
WAITING_TOO_LONG = timedelta(minutes=5)


def server() -> Iterator[Finding]:
    """Reachable, new enough, in UTF-8. The last finding is bad when it is of no use."""
    if trouble := health.database_trouble():
        yield Finding("bad", "database", f"{trouble.rstrip('.')}.", _("Start it, or mend DATABASE_URL."))
        return
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('server_version_num')::int, current_setting('server_encoding')")
        version, encoding = cursor.fetchone()
    if encoding != "UTF8":
        yield Finding(
            "bad",
            "database",
            _("Its encoding is {encoding}.").format(encoding=encoding),
            _("Create it with: encoding 'UTF8'."),
        )
    elif version < OLDEST:
        yield Finding(
            "bad",
            "database",
            _("PostgreSQL {version} is too old.").format(version=version // 10_000),
            _("Use 15 or newer."),
        )
    else:
        yield Finding("ok", "database", f"PostgreSQL {version // 10_000}, {encoding}.")


def migrations() -> Iterator[Finding]:
    trouble = health.migrations_trouble()
    yield Finding("bad", "migrations", trouble) if trouble else Finding("ok", "migrations", _("All applied."))


def worker() -> Iterator[Finding]:
    trouble = health.worker_trouble()
    yield Finding("warn", "worker", trouble) if trouble else Finding("ok", "worker", _("Running."))


def jobs() -> Iterator[Finding]:
    """Failed in the last day, stalled, waiting too long."""
    found = [*_failed_jobs(), *_stalled_jobs(), *_late_jobs()]
    waiting, working = _jobs("todo").count(), _jobs("doing").count()
    yield from found or [
        Finding("ok", "jobs", _("{waiting} waiting, {working} in work.").format(waiting=waiting, working=working))
    ]


def events() -> Iterator[Finding]:
    """Events that no reaction has seen, although a dispatcher sweeps each minute."""
    from zhike.core.timeline.models import Undelivered

    late = Undelivered.objects.filter(event__at__lt=timezone.now() - WAITING_TOO_LONG).count()
    if late:
        yield Finding(
            "bad",
            "events",
            _("{late} wait undelivered for over five minutes.").format(late=late),
            _("Start a worker: zhike worker"),
        )
    else:
        yield Finding("ok", "events", _("Delivered."))


def _failed_jobs() -> Iterator[Finding]:
    since = timezone.now() - timedelta(days=1)
    failed = _jobs("failed").filter(procrastinateevent__type="failed", procrastinateevent__at__gte=since)
    if names := sorted(set(failed.values_list("task_name", flat=True))):
        yield Finding(
            "warn",
            "jobs",
            _("Failed in the last day: {names}.").format(names=", ".join(names)),
            _("The worker’s log says why."),
        )


def _stalled_jobs() -> Iterator[Finding]:
    alive = timezone.now() - timedelta(seconds=SILENCE)
    if count := _jobs("doing").exclude(worker__last_heartbeat__gte=alive).count():
        mend = _("A running worker takes them up within a minute.")
        yield Finding("warn", "jobs", _("{count} stalled: their worker is gone.").format(count=count), mend)


def _late_jobs() -> Iterator[Finding]:
    before = timezone.now() - WAITING_TOO_LONG
    at_once = Q(scheduled_at=None, procrastinateevent__type="deferred", procrastinateevent__at__lt=before)
    if count := _jobs("todo").filter(at_once | Q(scheduled_at__lt=before)).distinct().count():
        yield Finding(
            "warn",
            "jobs",
            _("{count} are late.").format(count=count),
            _("Start more workers, or give one more --concurrency."),
        )


def _jobs(status: str) -> QuerySet[ProcrastinateJob]:
    return ProcrastinateJob.objects.filter(status=status)
