"""The list of all clients as a file, beside COPY of the same columns out of the table."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from django.db import connection

from bench.shape import Shape
from zhike.core.access.models import User
from zhike.surfaces.exchange.export.leaving import ALL, Leaving, Wish
from zhike.surfaces.exchange.export.taking import write_at_once

SORTS = ("csv", "jsonl", "xlsx")


def measure(shape: Shape) -> dict[str, Any]:
    """The row of the report: CSV of all columns; the other files are told as multiples of the same COPY."""
    by = User.objects.system()
    wish = Wish("clients", columns=ALL)
    bare = min(_took(partial(_copied, wish, by)) for _round in range(3))
    with TemporaryDirectory() as folder:
        paths = {sort: Path(folder) / f"all.{sort}" for sort in SORTS}
        found = {sort: _took(partial(write_at_once, path, wish, sort, by=by)) for sort, path in paths.items()}
    return {
        "scenario": "export",
        "ratio": round(found["csv"] / bare, 2),
        "ours_ms": round(found["csv"] * 1_000),
        "bare_ms": round(bare * 1_000),
        "rounds": 1,
        "clients": shape.clients,
        "per_second": round(shape.clients / found["csv"]),
        **{f"{sort}_ratio": round(found[sort] / bare, 1) for sort in SORTS[1:]},
    }


def _copied(wish: Wish, by: Any) -> None:
    """The stored columns of the same rows, as CSV, in the same order."""
    needed = {need for out in Leaving(wish, by).outs for need in out.needs if "__" not in need}
    names = sorted({connection.ops.quote_name(name) for name in needed} | {"id"})
    with connection.cursor() as cursor:
        source = f"copy (select {', '.join(names)} from clients_client order by name, id) to stdout with csv"
        with cursor.copy(source) as copy:
            for _block in copy:
                pass


def _took(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
