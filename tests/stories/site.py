"""A real server over the test database, in a process of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from psycopg import conninfo

PATIENCE = 60.0
ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def environment() -> dict[str, str]:
    """Ours, on this test process's database, keys and folder of files."""
    told = connection.settings_dict
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    address = conninfo.make_conninfo(**{name: told[key] for name, key in names.items() if told[key]})
    return os.environ | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "tests.stories.settings",
        "ZHIKE_DATA_DIR": str(settings.DATA_DIR),
        "ZHIKE_SECRET_KEY": settings.SECRET_KEY,
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def serving(told: Mapping[str, str]) -> Iterator[str]:
    """The address of a server that answers; it ends with the block."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "asginl", "zhike.config.asgi:application"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--no-ws", "--log-level", "warning"]
    with subprocess.Popen([*command, "--workers-kill-timeout", "2s"], env=told, cwd=ROOT) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@contextmanager
def working(told: Mapping[str, str]) -> Iterator[None]:
    """The real worker, which delivers events and does the jobs; it ends with the block."""
    with subprocess.Popen([sys.executable, "-m", "zhike", "worker"], env=told, cwd=ROOT) as process:
        try:
            yield
        finally:
            process.terminate()


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The server does not answer.")
