"""A backup taken while people write, restored into an empty machine, is equal table by table."""

import json
import os
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import conninfo

from zhike.surfaces.shell._checksums import Sum, differences, sequences, sums


@dataclass
class Machine:
    """A database and a data folder of their own."""

    url: str
    data: Path

    def zhike(self, *words: str) -> subprocess.CompletedProcess[str]:
        told = {**os.environ, "DATABASE_URL": self.url, "ZHIKE_DATA_DIR": str(self.data)}
        told["DJANGO_SETTINGS_MODULE"] = os.environ.get("ZHIKE_TEST_SETTINGS", "zhike.config.settings")
        command = [sys.executable, "-m", "zhike", *words]
        return subprocess.run(command, env=told, capture_output=True, text=True, check=False)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    server = os.environ["DATABASE_URL"]
    process = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    made = []
    for name in ("old", "new"):
        database = f"zhike_backup_{name}_{process}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"drop database if exists {database} with (force)")
            connection.execute(f"create database {database} template template0")
        (tmp_path / name).mkdir()
        made.append(Machine(conninfo.make_conninfo(server, dbname=database), tmp_path / name))
    yield made[0], made[1]
    for machine in made:
        name = conninfo.conninfo_to_dict(machine.url)["dbname"]
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"drop database if exists {name} with (force)")


@pytest.fixture
def lived_in(machines: tuple[Machine, Machine]) -> Machine:
    old = machines[0]
    with psycopg.connect(old.url, autocommit=True) as connection:
        connection.execute("create table word (id bigserial primary key, text text, at timestamptz default now())")
        connection.execute("create table sum_of_words (total bigint)")
        connection.execute("insert into word (text) select '知客 ' || n from generate_series(1, 20000) n")
        connection.execute("insert into sum_of_words select count(*) from word")
    (old.data / "files/a").mkdir(parents=True)
    (old.data / "files/a/contract.pdf").write_bytes(b"%PDF knots")
    return old


def _write_on(url: str, stop: threading.Event) -> None:
    with psycopg.connect(url) as connection:
        while not stop.is_set():
            with connection.transaction():
                connection.execute("insert into word (text) values ('more')")
                connection.execute("update sum_of_words set total = total + 1")


def _held(machine: Machine) -> tuple[dict[str, Sum], dict[str, int]]:
    with psycopg.connect(machine.url) as connection:
        return sums(connection), sequences(connection)


def test_it_restores_every_table_equal_while_others_write(
    machines: tuple[Machine, Machine], lived_in: Machine, tmp_path: Path
) -> None:
    new, tar = machines[1], tmp_path / "all.tar"
    stop = threading.Event()
    writers = [threading.Thread(target=_write_on, args=[lived_in.url, stop]) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        backed_up = lived_in.zhike("backup", str(tar))
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert backed_up.returncode == 0, backed_up.stderr
    restored = new.zhike("restore", str(tar))
    assert restored.returncode == 0, restored.stderr

    with tarfile.open(tar) as opened:
        about = json.load(opened.extractfile("backup.json"))
    tables, numbers = _held(new)
    assert differences({name: Sum(**one) for name, one in about["sums"].items()}, tables) == []
    assert all(numbers[name] >= last for name, last in about["sequences"].items())
    with psycopg.connect(new.url) as connection:
        row = connection.execute("select (select count(*) from word) - (select total from sum_of_words)").fetchone()
        assert row == (0,)
        assert tables["public.word"].rows > 20_000
    assert (new.data / "files/a/contract.pdf").read_bytes() == b"%PDF knots"
    assert (new.data / "keys/secret").read_text() == (lived_in.data / "keys/secret").read_text()
    assert (new.data / "keys/secret").stat().st_mode & 0o077 == 0


def test_it_refuses_a_place_that_is_not_empty_unless_forced(lived_in: Machine, tmp_path: Path) -> None:
    tar = tmp_path / "all.tar"
    assert lived_in.zhike("backup", str(tar)).returncode == 0
    before = _held(lived_in)
    refused = lived_in.zhike("restore", str(tar))
    assert refused.returncode == 1
    assert "not empty" in refused.stderr
    assert lived_in.zhike("restore", "--force", str(tar)).returncode == 0
    assert _held(lived_in) == before
    again = tmp_path / "again.tar"
    assert lived_in.zhike("backup", str(again)).returncode == 0
    assert lived_in.zhike("restore", "--force", str(again)).returncode == 0
    assert _held(lived_in) == before


def test_it_refuses_while_zhike_runs(lived_in: Machine, tmp_path: Path) -> None:
    tar = tmp_path / "all.tar"
    assert lived_in.zhike("backup", str(tar)).returncode == 0
    with psycopg.connect(lived_in.url):
        refused = lived_in.zhike("restore", "--force", str(tar))
    assert refused.returncode == 1
    assert "Stop Zhike first" in refused.stderr


def test_it_refuses_what_is_no_backup(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    broken = tmp_path / "broken.tar"
    broken.write_bytes(b"not a tar")
    refused = machines[1].zhike("restore", str(broken))
    assert refused.returncode == 1
    assert "no whole backup" in refused.stderr


def test_it_writes_over_no_backup_unless_forced(lived_in: Machine, tmp_path: Path) -> None:
    tar = tmp_path / "all.tar"
    tar.write_text("precious")
    assert lived_in.zhike("backup", str(tar)).returncode == 1
    assert tar.read_text() == "precious"
    assert tar.stat().st_mode & 0o077 != 0
    assert lived_in.zhike("backup", "--force", str(tar)).returncode == 0
    assert tar.stat().st_mode & 0o077 == 0


def test_it_refuses_a_backup_that_would_write_elsewhere(machines: tuple[Machine, Machine], tmp_path: Path) -> None:
    evil = tmp_path / "evil.tar"
    with tarfile.open(evil, "w") as tar:
        tar.addfile(tarfile.TarInfo("../outside"))
    done = machines[1].zhike("restore", str(evil))
    assert done.returncode == 1
    assert "no whole backup" in done.stderr
    assert not (tmp_path / "outside").exists()
