"""The program's own server on a free port of this machine, and what memory it takes."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

PATIENCE = 60.0  # seconds it may take to answer


@contextmanager
def served(workers: int) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """(port, process) of `zhike serve`, stopped at the end."""
    port = _free_port()
    command = [sys.executable, "-m", "zhike", "serve", "--workers", str(workers), "--port", str(port)]
    process = subprocess.Popen(command, env=os.environ.copy(), start_new_session=True)
    try:
        _wait_for(port, process)
        yield port, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def memory(process: subprocess.Popen[bytes]) -> dict[str, int]:
    """Megabytes resident: each process of the server by what it is, and together."""
    every = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    sizes = sorted((one.memory_info().rss // 2**20 for one in every), reverse=True)
    return {"web_mb": sum(sizes), "processes": len(sizes), "largest_mb": sizes[0]}


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("bench: the server does not answer")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
