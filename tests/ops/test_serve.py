"""zhike serve: it keeps watch over web and worker, and leaves nothing behind."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from zhike.surfaces.shell._front import Refused
from zhike.surfaces.shell._port import refuse_if_taken

PATIENCE = 40.0


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def told(tmp_path: Path) -> dict[str, str]:
    """The environment of an installation with an embedded PostgreSQL of its own, migrated."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"ZHIKE_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "zhike.config.settings"}
    subprocess.run([sys.executable, "-m", "zhike", "migrate", "--quiet"], env=environment, check=True)
    return environment


@pytest.fixture
def serving(told: dict[str, str], port: int) -> Iterator[psutil.Process]:
    command = [sys.executable, "-m", "zhike", "serve", "--port", str(port), "--with-worker"]
    process = psutil.Popen(command, env=told)
    yield process
    if process.is_running():
        process.terminate()
        process.wait(PATIENCE)


def _until(holds: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.1)


def _ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return bool(json.load(answer)["status"] == "ready")
    except OSError:
        return False


def _one(process: psutil.Process, word: str) -> psutil.Process | None:
    for child in process.children():
        try:
            if word in child.cmdline():
                return child
        except psutil.ZombieProcess:
            continue
    return None


def _lives(pid: int) -> bool:
    """A zombie which nobody has collected yet does not live."""
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def test_it_revives_what_crashes_and_stops_all_it_started(serving: psutil.Process, port: int, tmp_path: Path) -> None:
    _until(lambda: _ready(port))
    worker, web = _one(serving, "worker"), _one(serving, "granian")
    assert worker and web
    worker.kill()
    web.kill()
    _until(lambda: _one(serving, "worker") not in (None, worker) and _one(serving, "granian") not in (None, web))
    _until(lambda: _ready(port))

    family = serving.children(recursive=True)
    postgres = int((tmp_path / "postgres/postmaster.pid").read_text().split()[0])
    serving.send_signal(signal.SIGTERM)
    assert serving.wait(PATIENCE) == 0
    assert not [child for child in family if child.is_running()]
    _until(lambda: not _lives(postgres))
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5)


def test_its_children_end_with_it_when_it_is_killed_and_the_port_is_free_again(
    serving: psutil.Process, port: int
) -> None:
    _until(lambda: _ready(port))
    family = serving.children(recursive=True)
    serving.kill()
    refuse_if_taken("127.0.0.1", port)
    _until(lambda: not [child for child in family if child.is_running()])


def test_it_refuses_to_serve_while_migrations_are_pending(tmp_path: Path, port: int) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"ZHIKE_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "zhike.config.settings"}
    command = [sys.executable, "-m", "zhike", "serve", "--port", str(port)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "zhike migrate" in done.stderr


def test_it_refuses_a_port_that_is_taken(port: int) -> None:
    with socket.create_server(("127.0.0.1", port)), pytest.raises(Refused, match="Choose another port"):
        refuse_if_taken("127.0.0.1", port)


def test_it_says_what_is_misconfigured(tmp_path: Path) -> None:
    environment = {**os.environ, "ZHIKE_DATA_DIR": str(tmp_path), "ZHIKE_DEBUG": "perhaps"}
    environment["DJANGO_SETTINGS_MODULE"] = "zhike.config.settings"
    command = [sys.executable, "-m", "zhike", "check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 78, done.stderr
    assert "say on or off" in done.stderr
