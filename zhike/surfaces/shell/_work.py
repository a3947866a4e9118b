"""The worker: Procrastinate for the jobs, and a thread which delivers events."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from zhike.core.timeline.delivery import CHANNEL, run_forever


def work(*, concurrency: int) -> None:
    """Until SIGTERM or SIGINT; jobs in progress get ten seconds to end."""
    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    with _dispatcher(), app.replace_connector(connector.get_worker_connector()) as working:
        working.run_worker(concurrency=concurrency, shutdown_graceful_timeout=10)


@contextmanager
def _dispatcher() -> Iterator[None]:
    """A thread that delivers events; at the end it is woken by a notification, to see that it should stop."""
    stop = threading.Event()
    thread = threading.Thread(target=run_forever, args=[stop], name="dispatcher", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        with connection.cursor() as cursor:
            cursor.execute(f"notify {CHANNEL}")
        thread.join(timeout=5)
