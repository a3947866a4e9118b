"""Keeps child processes running, and stops them all when it is told to stop."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

from zhike.config.database import url
from zhike.surfaces.shell._leash import SUPERVISOR

PATIENCE = 10.0  # seconds a child has to stop before it is killed
PAUSE = 1.0  # seconds before a crashed child is started again


def supervise(children: Mapping[str, Sequence[str]], ready: Callable[[], None] | None = None) -> int:
    """Runs until SIGTERM or SIGINT; returns 0. `ready` is called once in a thread of its own after the start."""
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    running = {name: _start(command) for name, command in children.items()}
    if ready:
        threading.Thread(target=ready, daemon=True).start()
    try:
        while not stopping.wait(0.2):
            _revive(running, children)
    finally:
        _stop(running)
    return 0


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A child in a group of its own, on our PostgreSQL, so that Ctrl-C reaches it through us alone."""
    told = {**os.environ, "DATABASE_URL": url(), SUPERVISOR: str(os.getpid())}
    return subprocess.Popen(command, env=told, start_new_session=True)


def _revive(running: dict[str, subprocess.Popen[bytes]], children: Mapping[str, Sequence[str]]) -> None:
    for name, process in running.items():
        if process.poll() is None:
            continue
        print(f"zhike: {name} ended with {process.returncode}; starting it again.", file=sys.stderr)
        _signal(process, signal.SIGKILL)
        time.sleep(PAUSE)
        running[name] = _start(children[name])


def _stop(running: Mapping[str, subprocess.Popen[bytes]]) -> None:
    for process in running.values():
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + PATIENCE
    for process in running.values():
        try:
            process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
        _signal(process, signal.SIGKILL)


def _signal(process: subprocess.Popen[bytes], number: int) -> None:
    """To the child's whole group: what a dead child has left behind must go too."""
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return
