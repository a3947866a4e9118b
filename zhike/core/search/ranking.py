"""The one statement of a search: narrow by sight, take at most 2,000, rank those, count them by kind."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from zhike.core.search.documents import exact
from zhike.core.search.models import SearchEntry
from zhike.core.search.seeing import confirmed, seen_by
from zhike.core.search.sources import Source
from zhike.core.search.tokens import Query

MOST = 2_000
MOST_EXACT = 50
# An archived record stands behind all others; one whose whole name was typed before them.
RANKED = """
with hits as materialized ({hits}),
found as (
    select record_type, record_id, max(score) - case when bool_and(archived) then 10 else 0 end as score, max(at) as at
    from hits group by record_type, record_id
), placed as (
    select *, count(*) over kind as total,
        row_number() over (kind order by score desc, at desc, record_id desc) as place
    from found window kind as (partition by record_type)
)
select record_type, record_id, score, total from placed
where place <= %s or record_type = any(%s) order by score desc, at desc, record_id desc
"""


HITS = """
(select record_type, record_id, archived, at,
    coalesce(ts_rank('{{0.05, 0.1, 0.4, 1}}', vector, {asked}), 0) + {more} as score
from {table} as {entries} where vector @@ {found} and record_type = any(%s) and {seen} limit {most})
"""
ENTRIES = SearchEntry._meta.db_table  # what both tables of the index are called, for they have the same columns


class Seen(NamedTuple):
    """Which entries may be seen, as SQL with parameters: put together once for all hits."""

    sql: str
    params: tuple[Any, ...]


class Ranked(NamedTuple):
    """`total` counts the kind's hits, up to `MOST`."""

    record_type: str
    record_id: int
    score: float
    total: int


def ranked(asked: Query, typed: str, user: Any, chosen: Sequence[Source], each: int) -> list[Ranked]:
    """The best `each` of every kind, best first: those called just so, then names, then texts.

    Of kinds that have a rule of their own about who sees them, all 2,000 are asked about it.
    """
    if not (user.is_active and chosen):
        return []
    named = [source for source in chosen if not source.text.long]
    texts = [source for source in chosen if source.text.long] if _says_enough(typed) else []
    seen = _seen(user, chosen)
    hits = [_hits(some, seen, asked, asked, MOST) for some in (named, texts) if some]
    hits += [_hits(named, seen, _called(exact(typed)), asked, MOST_EXACT, 2.0)] if named else []
    if not hits:
        return []
    by_rule = [source for source in chosen if not source.through_client]
    given = [one for _sql, params in hits for one in params]
    with connection.cursor() as cursor:
        sql = RANKED.format(hits=" union all ".join(sql for sql, _params in hits))
        cursor.execute(sql, [*given, each, [source.record_type for source in by_rule]])
        rows = [Ranked(*row) for row in cursor.fetchall()]
    for source in by_rule:
        rows = _by_rule(rows, source, user, each)
    return rows


def _by_rule(rows: list[Ranked], source: Source, user: Any, each: int) -> list[Ranked]:
    ids = [row.record_id for row in rows if row.record_type == source.record_type]
    if not ids:
        return rows
    seen = confirmed(source, ids, user)
    shown = set([pk for pk in ids if pk in seen][:each])
    return [
        row._replace(total=len(seen)) if row.record_type == source.record_type else row
        for row in rows
        if row.record_type != source.record_type or row.record_id in shown
    ]


def _seen(user: Any, chosen: Sequence[Source]) -> Seen:
    query = SearchEntry._default_manager.filter(seen_by(user, chosen)).query
    condition, params = query.get_compiler(connection=connection).compile(query.where)
    return Seen(condition, tuple(params))


def _hits(
    some: Sequence[Source], seen: Seen, found: Query, asked: Query, most: int, more: float = 0.0
) -> tuple[str, tuple[Any, ...]]:
    """Entries of these kinds, which stand in one table."""
    table = some[0].table._meta.db_table
    sql = HITS.format(
        table=table, entries=ENTRIES, seen=seen.sql, found=found.sql, asked=asked.sql, more=more, most=most
    )
    return sql, (*asked.params, *found.params, [source.record_type for source in some], *seen.params)


def _called(name: str) -> Query:
    """Whose whole name this is, as written or by pinyin or by initials."""
    return Query("%s::tsquery", (f"'{name}' | '~{name[1:]}'",))


def _says_enough(typed: str) -> bool:
    """One Latin letter begins a word of nearly every text."""
    return len(typed.strip()) > 1 or not typed.strip().isascii()
