"""Who may be meant: records that look like values which are not stored yet. For typing and for import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils.functional import Promise

from zhike.clients.duplicates.keys import keys_of
from zhike.clients.duplicates.reasons import CROWD, ENOUGH, SURE, WEIGHED, weights, words_of
from zhike.core.timeline.copying import array

LIKE = f"""
with {WEIGHED},
asked(row, kind, key) as (select * from unnest(%(rows)s::int[], %(asked)s::text[], %(keys)s::text[])),
hits as (
    select a.row, m.record_id, s.family, s.weight, s.kind, count(*) over (partition by a.row, a.kind, a.key) as crowd
    from asked a join said s on s.kind = a.kind
    join duplicates_matchkey m on m.record_type = %(type)s and m.kind = a.kind and m.key = a.key
),
hints as (
    select row, record_id, family, max(weight) as weight, array_agg(kind order by weight desc) as kinds
    from hits where crowd <= %(crowd)s group by 1, 2, 3
)
select row, record_id, 1 - exp(sum(ln(1 - weight))) as score, array_agg(kinds[1] order by weight desc)
from hints group by 1, 2 having 1 - exp(sum(ln(1 - weight))) >= %(enough)s order by 1, 3 desc, 2
"""


@dataclass(frozen=True)
class Candidate:
    """`score` is 0.5 to 1; `reasons` are sentences' parts such as “same phone”."""

    record: Any
    score: float
    kinds: list[str]

    @property
    def reasons(self) -> list[str | Promise]:
        return words_of(self.record._meta.label_lower, self.kinds)

    @property
    def sure(self) -> bool:
        return self.score >= SURE


def candidates_for(
    record_type: str, rows: Sequence[Mapping[str, Any]], *, by: Any, most: int = 5
) -> list[list[Candidate]]:
    """For each row of cleaned values (see `keys.READ`) the records it may mean, the likeliest first.

    Only those that the person sees, at most `most` a row. Two statements, however many rows: for a chunk of an import.
    Records of the same chunk are not compared with each other; what a chunk before wrote is known once its keys are
    kept (`keeping.bulk_keys`, else the reaction a moment later).
    """
    asked = [(row, *key) for row, values in enumerate(rows) for key in keys_of(record_type, values)]
    found = _alike(record_type, asked) if asked else []
    records = _seen(record_type, {pk for _row, pk, _score, _kinds in found}, by)
    by_row: list[list[Candidate]] = [[] for _row in rows]
    for row, pk, score, kinds in found:
        if pk in records and len(by_row[row]) < most:
            by_row[row].append(Candidate(records[pk], score, kinds))
    return by_row


def _alike(record_type: str, asked: Sequence[tuple[int, str, str]]) -> list[tuple[int, int, float, list[str]]]:
    rows, kinds, keys = (list(column) for column in zip(*asked, strict=True))
    told: dict[str, Any] = {
        "type": record_type,
        "rows": f"{{{','.join(map(str, rows))}}}",
        "asked": array(kinds),
        "keys": array(keys),
        "crowd": CROWD,
        "enough": ENOUGH,
        **weights(record_type),
    }
    with connection.cursor() as cursor:
        cursor.execute(LIKE, told)
        return cursor.fetchall()


def _seen(record_type: str, ids: set[int], by: Any) -> dict[int, Any]:
    if not ids:
        return {}
    records = apps.get_model(record_type).objects.visible_to(by).standing()
    return {one.pk: one for one in records.filter(pk__in=ids)}
