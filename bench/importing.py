"""A file of clients brought in, beside COPY of the same rows into a table with the same indexes.

Whole: the rows are read, matched, validated, looked for among all clients, and written with their events and search
entries. Each is also given in seconds of the processor, since other work on the machine lengthens the others.
"""

import csv
import os
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from django.db import connection, transaction

from bench import invented
from bench.shape import Shape
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.surfaces.exchange.engine import run
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.opening import open_file

HEADERS = ("External ID", "客户名称", "简称", "手机", "邮箱", "城市", "行业", "员工数", "标签")
MOST_ROWS = 100_000
ODOO = 480  # rows a second of Odoo 19's own import


def measure(shape: Shape, rows: int = 0) -> dict[str, Any]:
    """The row of the report: as many rows as there are clients, at most 100,000. `cleaning` takes them out again."""
    rows = rows or min(shape.clients, MOST_ROWS)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "clients.csv"
        write_file(path, rows)
        of = open_file(path, path.name, resource="clients", by=User.objects.system())
        began, busy = perf_counter(), _worked()
        run(of)
        whole, worked = perf_counter() - began, _worked() - busy
        of.path.unlink()
    if of.created != rows:
        raise RuntimeError(f"{of.created} of {rows} rows were created: {of.counts}")
    bare = _copied(of)
    return {
        "scenario": "import",
        "ratio": round(whole / bare, 2),
        "ours_ms": round(whole * 1_000),
        "bare_ms": round(bare * 1_000),
        "rounds": 1,
        "clients": shape.clients,
        "rows": rows,
        "per_second": round(rows / whole),
        "per_cpu_second": round(rows / worked),
        "times_odoo": round(rows / whole / ODOO, 1),
    }


def _worked() -> float:
    """Seconds of the processor, of this process and of those it had."""
    return sum(os.times()[:4])


def write_file(path: Path, rows: int) -> None:
    chance = Random(5)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for number in range(rows):
            made = invented.company(chance)
            phone = f"138{number:08}" if made.chinese else f"+44 20 7946 {number % 10_000:04}"
            writer.writerow((
                f"B{number}", made.name, made.short, phone, f"info{number}@bench.example",
                invented.one_of(chance, "places"), invented.one_of(chance, "industries"), "120",
                invented.one_of(chance, "tags"),
            ))  # fmt: skip


def _copied(of: Import) -> float:
    """Seconds to COPY the same rows into a like table, committed."""
    columns = ", ".join(connection.ops.quote_name(field.column) for field in Client._meta.concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists imported")
        cursor.execute("create table imported (like clients_client including all)")
        source = f"copy (select {columns} from clients_client where id >= {of.first_record}) to stdout"
        with cursor.copy(source) as copy:
            data = b"".join(bytes(block) for block in copy)
        began = perf_counter()
        with transaction.atomic(), cursor.copy(f"copy imported ({columns}) from stdin") as copy:
            copy.write(data)
        took = perf_counter() - began
        cursor.execute("drop table imported")
    return took
