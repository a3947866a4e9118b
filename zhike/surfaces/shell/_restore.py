"""Puts a backup back into an empty database and data folder, and proves it by checksum."""

import json
import shutil
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from psycopg.errors import InsufficientPrivilege

from zhike.surfaces.shell import _postgres
from zhike.surfaces.shell._backup import FOLDERS, FORMAT, Counted
from zhike.surfaces.shell._checksums import TABLES, Sum, behind, differences, sequences, sums
from zhike.surfaces.shell._front import Refused

OTHERS = """
    select count(*) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
"""
EMPTY = """
    drop schema public cascade; create schema public authorization pg_database_owner;
    grant usage on schema public to public
"""


def put_back(source: Path, *, empty_first: bool = False) -> Counted:
    """Raises Refused when the file is no backup, the place is not empty, Zhike runs, or a checksum differs."""
    if not source.is_file():
        raise Refused(f"{source} is no file.")
    data = Path(settings.DATA_DIR)
    with tempfile.TemporaryDirectory(dir=data, prefix=".restore-") as name:
        folder = Path(name)
        about = _unpack(source, folder)
        _make_room(data, empty_first)
        _postgres.call(
            "pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", str(folder / "database.dump")
        )
        wanted = {name: Sum(**one) for name, one in about["sums"].items()}
        _compare(wanted, about["sequences"])
        files = sum(_move(folder / one, data / one) for one in FOLDERS)
    return Counted(len(wanted), sum(one.rows for one in wanted.values()), files)


def _unpack(source: Path, folder: Path) -> dict[str, Any]:
    try:
        with tarfile.open(source) as tar:
            _take_out(tar, folder.resolve())
        about: dict[str, Any] = json.loads((folder / "backup.json").read_text())
    except (tarfile.TarError, FileNotFoundError, ValueError) as error:
        raise Refused(f"{source} is no whole backup: {error}") from error
    if about["format"] != FORMAT:
        raise Refused(f"{source} was written by Zhike {about['version']}, which is newer. Upgrade first.")
    return about


def _take_out(tar: tarfile.TarFile, folder: Path) -> None:
    """Plain files inside `folder` alone, for their owner alone. tarfile's own filters came with Python 3.11.4."""
    for member in tar:
        target = (folder / member.name).resolve()
        if member.isdir():
            continue
        content = tar.extractfile(member) if member.isreg() else None
        if content is None or not target.is_relative_to(folder):
            raise tarfile.TarError(f"{member.name} does not belong there.")
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with content, target.open("wb") as file:
            shutil.copyfileobj(content, file)
        target.chmod(0o600)


def _make_room(data: Path, empty_first: bool) -> None:
    with _postgres.connect() as connection:
        row = connection.execute(OTHERS).fetchone()
        if row and row[0]:
            raise Refused(f"The database is in use by {row[0]} other connections. Stop Zhike first.")
        held = len(connection.execute(TABLES).fetchall())
        files = any((data / "files").rglob("*"))
        if (held or files) and not empty_first:
            raise Refused(f"{data} is not empty ({held} tables). --force empties it first: what is in it is then gone.")
        if held:
            _empty_database(connection)
    shutil.rmtree(data / "files", ignore_errors=True)


def _empty_database(connection: Any) -> None:
    try:
        connection.execute(EMPTY)
    except InsufficientPrivilege as error:
        raise Refused(f"The database cannot be emptied: {error}. Give the user of DATABASE_URL that right.") from error


def _compare(wanted: dict[str, Sum], numbers: dict[str, int]) -> None:
    with _postgres.connect() as connection:
        if wrong := differences(wanted, sums(connection)) + behind(numbers, sequences(connection)):
            raise Refused(f"These tables differ from the backup: {', '.join(wrong)}. Restore again from another copy.")


def _move(source: Path, target: Path) -> int:
    """What the backup holds takes the place of what is there; the number of files."""
    if not source.exists():
        return 0
    shutil.rmtree(target, ignore_errors=True)
    source.rename(target)
    target.chmod(0o700)
    return sum(1 for one in target.rglob("*") if one.is_file())
