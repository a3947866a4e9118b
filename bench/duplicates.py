"""Duplicates found anew among all clients, and looked for on behalf of a chunk of rows, beside the bare statements.

Ours: keys read off every client and kept, pairs found; then candidates for a chunk as the import asks for them. Bare:
the same keys, ready made, put through psycopg into a table with the same keys, and the statements that find
pairs and candidates. All is undone.
"""

from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection, transaction

from bench.bare import Bare
from bench.shape import Shape
from zhike.clients.duplicates.candidates import LIKE, candidates_for
from zhike.clients.duplicates.keeping import rebuild
from zhike.clients.duplicates.keys import READ, keys_of, values_of
from zhike.clients.duplicates.pairing import GONE, KEEP, LINKS, find_pairs
from zhike.clients.duplicates.reasons import CROWD, ENOUGH, WEIGHED, weights
from zhike.clients.models import Client
from zhike.core.access.models import User

ROUNDS, CHUNK, TYPE = 3, 1_000, "clients.client"
FILL = """
insert into duplicates_matchkey (record_type, record_id, kind, key)
select * from unnest(%s::text[], %s::bigint[], %s::text[], %s::text[])
"""
FIND = LINKS.format(weighed=WEIGHED, around="") + GONE.format(about="") + KEEP.format(mine="")


def measure(shape: Shape) -> dict[str, Any]:
    """The row of the report; `chunk_ms` and `bare_chunk_ms` are for the candidates of 1,000 rows."""
    bare, whole, alone, chunk, bare_chunk, pairs = Bare(), [], [], [], [], 0
    rows = [values_of(one) for one in Client.objects.order_by("pk")[:CHUNK]]
    told = [(row, *key) for row, values in enumerate(rows) for key in keys_of(TYPE, values)]
    asked = [list(column) for column in zip(*told, strict=True)]
    by, columns = User.objects.system(), _ready_made()
    for _round in range(ROUNDS):
        spent, pairs = _ours()
        whole.append(spent)
        alone.append(_bare(bare, columns))
        rebuild()  # the chunk is looked for among keys that stand
        chunk.append(_timed(lambda: candidates_for(TYPE, rows, by=by)))
        bare_chunk.append(_timed(lambda: _candidates(bare, asked)))
    bare.close()
    ours, theirs = median(whole), median(alone)
    return {
        "scenario": "duplicates",
        "ratio": round(ours / theirs, 2),
        "ours_ms": round(ours, 1),
        "bare_ms": round(theirs, 1),
        "chunk_ratio": round(median(chunk) / median(bare_chunk), 2),
        "chunk_ms": round(median(chunk), 1),
        "bare_chunk_ms": round(median(bare_chunk), 1),
        "rounds": ROUNDS,
        "clients": shape.clients,
        "pairs": pairs,
    }


def _ours() -> tuple[float, int]:
    """Milliseconds, and how many pairs; rolled back."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("delete from duplicates_matchkey")
        cursor.execute("delete from duplicates_pair")
        began = perf_counter()
        rebuild()
        pairs = find_pairs(TYPE)
        spent = (perf_counter() - began) * 1_000
        transaction.set_rollback(True)
    return spent, pairs


def _ready_made() -> list[list[Any]]:
    found = [
        (kind, record.pk, *key)
        for kind, model in ((TYPE, Client), ("clients.contact", Client._meta.get_field("contacts").related_model))
        for record in model._base_manager.filter(archived_at=None).only("pk", "archived_at", *READ[kind]).iterator()
        for key in keys_of(kind, values_of(record))
    ]
    return [list(column) for column in zip(*dict.fromkeys(found), strict=True)]


def _bare(bare: Bare, columns: list[list[Any]]) -> float:
    asked = {"type": TYPE, "crowd": CROWD, "enough": ENOUGH, "ids": [], **weights(TYPE)}
    with bare.plain.transaction(force_rollback=True):
        bare.plain.execute("delete from duplicates_matchkey")
        bare.plain.execute("delete from duplicates_pair")
        return _timed(lambda: (bare.plain.execute(FILL, columns), bare.plain.execute(FIND, asked)))


def _candidates(bare: Bare, rows: list[list[Any]]) -> None:
    numbers, kinds, keys = rows
    told = {"type": TYPE, "rows": numbers, "asked": kinds, "keys": keys, "crowd": CROWD, "enough": ENOUGH}
    found = bare.plain.execute(LIKE, told | weights(TYPE)).fetchall()
    ids = list({one[1] for one in found})
    bare.plain.execute("select * from clients_client where id = any(%s) and archived_at is null", [ids]).fetchall()


def _timed(work: Any) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1_000
