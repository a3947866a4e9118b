"""Whether a database that stands already holds what would be seeded now."""

import hashlib
from pathlib import Path

from django.db import connection

from bench.shape import Shape

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ("seeding.py", "indexing.py", "invented.py", "copying.py", "words.toml", "stamp.py")


def is_fresh(shape: Shape) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('bench_stamp')")
        if not cursor.fetchone()[0]:
            return False
        cursor.execute("select told from bench_stamp")
        return (_told(shape),) in cursor.fetchall()


def stamp(shape: Shape) -> None:
    with connection.cursor() as cursor:
        cursor.execute("create table bench_stamp as select %s::text as told, max(id) as events from timeline_event",
                       [_told(shape)])  # fmt: skip


def empty() -> None:
    """Takes everything out, tables and all."""
    with connection.cursor() as cursor:
        cursor.execute("drop schema public cascade")
        cursor.execute("create schema public")


def _told(shape: Shape) -> str:
    """The shape, the migrations, and how seeds are made."""
    paths = [*sorted(ROOT.glob("zhike/**/migrations/*.py")), *(ROOT / "bench" / name for name in SEEDS)]
    return f"{shape} {hashlib.sha256(b''.join(path.read_bytes() for path in paths)).hexdigest()}"
