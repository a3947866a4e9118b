"""Is it up, is it ready: for load balancers and monitors. Open to all, without a session."""

from collections.abc import Callable
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext
from procrastinate.contrib.django.models import ProcrastinateWorker

from zhike import __version__
from zhike.config.schedule import SILENCE


def alive(request: HttpRequest) -> JsonResponse:
    """GET /healthz: 200 as long as this process answers."""
    return _answer({"status": "ok", "version": __version__}, 200)


def ready(request: HttpRequest) -> JsonResponse:
    """GET /readyz: 200, or 503 with a reason for each thing that is not ready."""
    reasons = {name: reason for name, look in CHECKS.items() if (reason := look())}
    if reasons:
        return _answer({"status": "not ready", "reasons": reasons}, 503)
    return _answer({"status": "ready"}, 200)


def database_trouble() -> str:
    """Why the database cannot be used; empty when it can."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError as error:
        return f"The database cannot be reached: {error}".strip()
    return ""


def migrations_trouble() -> str:
    """Whether migrations are pending. Once none are, it is not asked again: a process keeps its code."""
    if _Migrations.done:
        return ""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "Unknown: the database cannot be reached."
    _Migrations.done = not waiting
    return f"{len(waiting)} migrations are pending. Run: zhike migrate" if waiting else ""


def worker_trouble() -> str:
    """Whether no worker has given a sign of life in the last half minute."""
    try:
        beating = ProcrastinateWorker.objects.filter(last_heartbeat__gte=timezone.now() - timedelta(seconds=SILENCE))
        return "" if beating.exists() else gettext("No worker is running. Start one: zhike worker")
    except DatabaseError:
        return "Unknown: the database cannot be reached."


class _Migrations:
    done = False


CHECKS: dict[str, Callable[[], str]] = {
    "database": database_trouble,
    "migrations": migrations_trouble,
    "worker": worker_trouble,
}


def _answer(body: dict[str, object], status: int) -> JsonResponse:
    return JsonResponse(body, status=status, headers={"Cache-Control": "no-store"})
