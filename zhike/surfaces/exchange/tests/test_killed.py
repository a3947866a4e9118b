"""An import killed at any moment goes on exactly: no row lost, none twice."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.engine import Elsewhere, run
from zhike.surfaces.exchange.models import Import, Stage
from zhike.surfaces.exchange.opening import open_file
from zhike.surfaces.exchange.tests.conftest import Bring

ROWS = 3_000
CARRY_ON = """
import django; django.setup()
from django.conf import settings
from django.db import connections
from zhike.surfaces.exchange import engine
from zhike.surfaces.exchange.models import Import
settings.MEDIA_ROOT = {media!r}
engine.CHUNK = 100
engine.run(Import.objects.get(pk={pk}))
"""


@pytest.mark.django_db(transaction=True)
def test_it_goes_on_after_being_killed_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = (f"K{n},Client {n},1380013{n:04},{'nonsense' if n % 50 == 0 else f'a{n}@b.example'}\n" for n in range(ROWS))
    path.write_text("External ID,Name,Phone,E-mail\n" + "".join(rows))
    of = open_file(path, "many.csv", resource="clients", by=User.objects.system())
    chance, kills = random.Random(7), 0
    while kills < 6:
        process = _carry_on(of)
        begun = _wait_for_progress(of, process)
        time.sleep(chance.uniform(0, 0.25))
        if process.poll() is None and begun:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
        of.refresh_from_db()
        if of.stage == Stage.DONE:
            break
    if of.stage != Stage.DONE:
        assert _carry_on(of).wait() == 0
    of.refresh_from_db()
    assert kills and (of.stage, of.created, of.rejected) == (Stage.DONE, ROWS - ROWS // 50, ROWS // 50)
    made = Client.objects.filter(external_id__startswith="K")
    assert made.count() == made.values("external_id").distinct().count() == of.created == len(_events(of))
    assert of.rejects.count() == of.rejected


@pytest.mark.django_db(transaction=True)
def test_it_leaves_when_another_process_is_at_it(opened: Bring) -> None:
    of = opened("clients", User.objects.system(), "Name\nA\nB\n")
    other = Import.objects.get(pk=of.pk)
    run(other)
    of.stage = Stage.RUNNING
    with pytest.raises(Elsewhere):
        run(of)
    assert Client.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_it_writes_nothing_of_a_chunk_that_fails(opened: Bring) -> None:
    def fail(_of: Import) -> None:
        raise RuntimeError

    of = opened("clients", User.objects.system(), "Name,E-mail\nA,\nB,nonsense\n")
    with pytest.raises(RuntimeError):
        run(of, tell=fail)
    assert not Client.objects.exists() and not Event.objects.exists() and not of.rejects.exists()
    assert (of.place, of.done) == (None, 0)
    run(of)
    assert (of.created, of.rejected) == (1, 1)


def _carry_on(of: Import) -> subprocess.Popen[bytes]:
    """A process of its own, on the database of the tests."""
    parts = connection.settings_dict
    address = os.environ["DATABASE_URL"].replace("/zhike?", f"/{parts['NAME']}?")
    code = CARRY_ON.format(media=str(settings.MEDIA_ROOT), pk=of.pk)
    told = {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "zhike.config.settings"}
    return subprocess.Popen([sys.executable, "-c", code], env={**os.environ, **told})


def _wait_for_progress(of: Import, process: subprocess.Popen[bytes]) -> bool:
    """Until a chunk more is in, or the process has ended."""
    stood, until = Import.objects.get(pk=of.pk).done, time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        if Import.objects.get(pk=of.pk).done > stood:
            return True
        time.sleep(0.01)
    return False


def _events(of: Import) -> list[Event]:
    return list(Event.objects.filter(kind="record.imported", facts__import=of.pk))
