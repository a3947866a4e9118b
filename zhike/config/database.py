"""Which PostgreSQL: the one that DATABASE_URL names, else the embedded one in the data folder."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from psycopg import ProgrammingError, connect, conninfo
from psycopg.errors import DuplicateDatabase, UniqueViolation

from zhike.config.embedded import started
from zhike.config.environment import Misconfigured, data_dir, text

EMBEDDED_NAME = "zhike"


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
    server = started(folder)
    with connect(server.get_uri(), autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            with suppress(DuplicateDatabase, UniqueViolation):  # another process was quicker
                connection.execute(f"create database {name} encoding 'UTF8' template template0")
    return str(server.get_uri(database=name))
