"""kill -9 of worker and web while many write: every acknowledged word stands once, every event is delivered once."""

import random
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import psutil
import pytest
from django.db import connection
from django.db.models import Max
from django.utils import timezone

from tests.cast import Cast
from tests.crash.writers import Writer
from tests.stories.conftest import session_of
from tests.stories.site import ROOT, environment, free_port
from zhike.clients.models import Client
from zhike.core.discussion.models import Comment
from zhike.core.notify.models import Notification
from zhike.core.search.models import SearchEntry, TextEntry
from zhike.core.search.reindex import reindex
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Delivery, Event, Undelivered
from zhike.domains.conversations.models import Conversation

KILLS, WRITERS, PATIENCE, ENOUGH = 8, 4, 60.0, 60


@pytest.fixture
def tally(transactional_db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists tally")
        cursor.execute("create table tally (event_id bigint)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("drop table tally")


def test_nothing_is_lost_or_doubled(tally: None, cast: Cast) -> None:
    deliver_all()
    reindex()  # what migrations made, they told nobody of
    stop = threading.Event()
    before = Event.objects.aggregate(last=Max("pk"))["last"]
    with running() as (address, program):
        writers = [writer(address, cast, n, stop) for n in range(WRITERS)]
        for one in writers:
            one.start()
        kill_at_random(program, address)
        until(
            lambda: all(sum(len(one.acknowledged[kind]) for one in writers) > ENOUGH for kind in ("said", "commented"))
        )
        stop.set()
        for one in writers:
            one.join(PATIENCE)
        until(lambda: not Undelivered.objects.exists() and not Delivery.objects.exists())

    assert [one.refused for one in writers if one.refused] == []
    stands_once(writers, "said", Conversation)
    stands_once(writers, "commented", Comment)
    delivered_once(before, cast)
    derived_is_as_if_made_anew()


def writer(address: str, cast: Cast, number: int, stop: threading.Event) -> Writer:
    client = Client.objects.add(by=cast.lena, name=f"Client {number}", owner=cast.lena, team=cast.lena.team)
    return Writer(address, f"Writer{number}", session_of(cast.lena), client.pk, stop)


@contextmanager
def running() -> Iterator[tuple[str, psutil.Process]]:
    """The whole program under its supervisor: its address and its first process."""
    port = free_port()
    command = [sys.executable, "-m", "zhike", "serve", "--port", str(port), "--workers", "2", "--with-worker"]
    told = environment() | {"DJANGO_SETTINGS_MODULE": "tests.crash.settings"}
    program = psutil.Popen(command, env=told, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}/healthz"))
        yield f"http://127.0.0.1:{port}", program
    finally:
        program.terminate()
        program.wait(PATIENCE)


def kill_at_random(program: psutil.Process, address: str) -> None:
    """The worker and the web processes in turn, each when it has come back and worked for a random while."""
    killed: set[int] = set()
    for number in range(KILLS):
        word = ("worker", "granian")[number % 2]
        until(lambda word=word: answers(f"{address}/healthz") and victim(program, word, killed))
        time.sleep(random.uniform(0.3, 1.5))
        if process := victim(program, word, killed):
            killed.add(process.pid)
            process.kill()


def victim(program: psutil.Process, word: str, killed: set[int]) -> psutil.Process | None:
    """The worker once it delivers, or one of the processes that answer requests."""
    with suppress(psutil.NoSuchProcess):  # a zombie is gone too
        found = next((child for child in program.children() if word in _command(child)), None)
        family = [] if found is None else found.children() if word == "granian" else [found]
        living = [one for one in family if one.pid not in killed and _command(one)]
        return random.choice(living) if living else None
    return None


def _command(process: psutil.Process) -> list[str]:
    """Empty for a process that is dead and not yet collected."""
    try:
        return list(process.cmdline())
    except psutil.NoSuchProcess:
        return []


def stands_once(writers: list[Writer], kind: str, model: type) -> None:
    counted = Counter(model.objects.values_list("text", flat=True))
    acknowledged = set().union(*(one.acknowledged[kind] for one in writers))
    assert len(acknowledged) > ENOUGH, "too little was written to show anything"
    assert acknowledged - counted.keys() == set()
    assert [text for text, count in counted.items() if count > 1] == []


def delivered_once(before: int, cast: Cast) -> None:
    """Each event was counted once; each mention is one notification."""
    with connection.cursor() as cursor:
        cursor.execute("select event_id from tally where event_id > %s", [before])
        counted = Counter(pk for (pk,) in cursor.fetchall())
    events = Event.objects.filter(pk__gt=before)
    assert counted == Counter(events.values_list("pk", flat=True))
    told = Notification.objects.filter(user=cast.omar, event__record_type="discussion.comment")
    assert Counter(told.values_list("event__record_id", flat=True)) == Counter(
        Comment.objects.values_list("pk", flat=True)
    )


def derived_is_as_if_made_anew() -> None:
    """Last contact and the search index equal what a calculation from the records gives."""
    spoken = Client.objects.annotate(latest=Max("conversations__happened_at"))
    assert [client.last_contact_at for client in spoken] == [client.latest for client in spoken]
    assert timezone.now() > max(client.latest for client in spoken if client.latest)
    kept = indexed()
    reindex()
    assert (indexed() - kept, kept - indexed()) == (set(), set())


def indexed() -> set[tuple[object, ...]]:
    columns = ("record_type", "record_id", "client_id", "archived", "at", "vector")
    return {row for table in (SearchEntry, TextEntry) for row in table.objects.values_list(*columns)}


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def until(holds: Callable[[], object]) -> None:
    last = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < last, "it took too long"
        time.sleep(0.1)
