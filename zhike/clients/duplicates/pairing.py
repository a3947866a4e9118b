"""Finding pairs: one statement, over all records of a kind or around some of them."""

from collections.abc import Collection
from typing import Any

from django.db import connection, transaction

from zhike.clients.duplicates.reasons import CROWD, ENOUGH, WEIGHED, weights

AROUND = """and exists (
    select from duplicates_matchkey mine
    where mine.record_type = m.record_type and mine.record_id = any(%(ids)s) and mine.kind = m.kind and mine.key = m.key
)"""
LINKS = """
with {weighed},
blocks as (
    select m.kind, array_agg(m.record_id) as members
    from duplicates_matchkey m where m.record_type = %(type)s {around}
    group by m.kind, m.key having count(*) between 2 and %(crowd)s
),
hints as (
    select one.id as record_id, other.id as other_id, s.family, max(s.weight) as weight,
        array_agg(s.kind order by s.weight desc) as kinds
    from blocks b join said s on s.kind = b.kind
    cross join unnest(b.members) one(id) join unnest(b.members) other(id) on one.id < other.id
    group by 1, 2, 3
),
found as (
    select record_id, other_id, 1 - exp(sum(ln(1 - weight))) as score,
        array_agg(kinds[1] order by weight desc) as reasons
    from hints group by 1, 2 having 1 - exp(sum(ln(1 - weight))) >= %(enough)s
)
"""
GONE = """
, gone as (
    delete from duplicates_pair p where p.record_type = %(type)s and p.state <> 'apart' {about}
    and not exists (select from found f where (f.record_id, f.other_id) = (p.record_id, p.other_id))
)
"""
ABOUT = "and (p.record_id = any(%(ids)s) or p.other_id = any(%(ids)s))"
KEEP = """
insert into duplicates_pair (record_type, record_id, other_id, score, reasons)
select %(type)s, record_id, other_id, score, reasons from found {mine}
on conflict (record_type, record_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
where (duplicates_pair.score, duplicates_pair.reasons) is distinct from (excluded.score, excluded.reasons)
"""
MINE = "where record_id = any(%(ids)s) or other_id = any(%(ids)s)"


def find_pairs(record_type: str, around: Collection[int] | None = None) -> int:
    """Find the pairs anew: all, or those with one of `around`; the number new or changed. Decisions are kept."""
    asked: dict[str, Any] = {
        "type": record_type,
        "crowd": CROWD,
        "enough": ENOUGH,
        "ids": list(around or ()),
        **weights(record_type),
    }
    some = around is not None
    links = LINKS.format(weighed=WEIGHED, around=AROUND if some else "") + GONE.format(about=ABOUT if some else "")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(links + KEEP.format(mine=MINE if some else ""), asked)
        return int(cursor.rowcount)
