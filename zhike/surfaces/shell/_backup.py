"""Takes a backup: the dump and the checksums from one snapshot of the database, then files and keys."""

import json
import tarfile
import tempfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from psycopg import IsolationLevel

from zhike import __version__
from zhike.surfaces.shell import _postgres
from zhike.surfaces.shell._checksums import Sum, sequences, sums
from zhike.surfaces.shell._front import Refused

FORMAT = 1
FOLDERS = ("files", "keys")


@dataclass(frozen=True)
class Counted:
    tables: int
    rows: int
    files: int


def back_up(target: Path, *, replace: bool = False) -> Counted:
    """Writes the tar, readable by its owner alone. Raises Refused when it exists or a program fails."""
    if target.exists() and not replace:
        raise Refused(f"{target} exists. Choose another name, or say --force.")
    if not target.parent.is_dir():
        raise Refused(f"The folder {target.parent} does not exist. Make it first.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".zhike-backup-") as folder:
            counted = _write(unfinished, Path(folder))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return counted


def _write(target: Path, folder: Path) -> Counted:
    numbers, held = _dump(folder / "database.dump")
    _describe(folder / "backup.json", {"sums": {name: asdict(one) for name, one in held.items()}, "sequences": numbers})
    target.touch(mode=0o600)
    with tarfile.open(target, "w") as tar:
        tar.add(folder / "backup.json", "backup.json")
        tar.add(folder / "database.dump", "database.dump")
        files = sum(_add_folder(tar, name) for name in FOLDERS)
    return Counted(len(held), sum(one.rows for one in held.values()), files)


def _dump(target: Path) -> tuple[dict[str, int], dict[str, Sum]]:
    """Dumps, compressed; returns the sequences as they were before, and the checksums of the dump's own snapshot."""
    with _postgres.connect() as connection:
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("select pg_export_snapshot()").fetchone()
        assert row
        numbers = sequences(connection)
        _postgres.call(
            "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={row[0]}", f"--file={target}"
        )
        return numbers, sums(connection)


def _describe(target: Path, held: dict[str, object]) -> None:
    about = {"format": FORMAT, "version": __version__, "taken_at": datetime.now(UTC).isoformat()}
    target.write_text(json.dumps({**about, **held}, indent=1))


def _add_folder(tar: tarfile.TarFile, name: str) -> int:
    """Files are added after the dump, so none that a row names is missing. One that vanishes meanwhile is left out."""
    base = Path(settings.DATA_DIR) / name
    added = 0
    for path in sorted(one for one in base.rglob("*") if one.is_file()):
        try:
            tar.add(path, f"{name}/{path.relative_to(base)}")
            added += 1
        except FileNotFoundError:
            continue
    return added
