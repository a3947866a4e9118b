"""The one statement of a search: narrow by sight, take at most 2,000, rank those, count them by kind."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Expression, QuerySet, Value
from django.db.models.functions import Coalesce

from zhike.core.search.matching import holds, rank
from zhike.core.search.reading import exact
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
    texts = [source for source in chosen if source.text.long]
    branches = [
        _branch(_called(exact(typed)), asked, user, named, most=MOST_EXACT, more=2.0) if named else None,
        _branch(holds(asked), asked, user, named, most=MOST) if named else None,
        _branch(holds(asked), asked, user, texts, most=MOST) if texts and _says_enough(typed) else None,
    ]
    compiled = [branch.query.sql_with_params() for branch in branches if branch is not None]
    hits = " union all ".join(f"({sql})" for sql, _params in compiled)
    with connection.cursor() as cursor:
        given = [one for _sql, params in compiled for one in params]
        by_rule = [source for source in chosen if not source.through_client]
        cursor.execute(RANKED.format(hits=hits), [*given, each, [source.record_type for source in by_rule]])
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


def _branch(
    found: Expression, asked: Query, user: Any, chosen: Sequence[Source], *, most: int, more: float = 0.0
) -> QuerySet[Any, Any]:
    entries = chosen[0].table._default_manager.filter(found, seen_by(user, chosen))
    scored = entries.annotate(score=Coalesce(rank(asked), Value(0.0)) + Value(more))
    return scored.values_list("record_type", "record_id", "archived", "at", "score")[:most]


def _called(name: str) -> Expression:
    """Whose whole name this is, as written or by pinyin or by initials."""
    return holds(Query("%s::tsquery", (f"'{name}' | '~{name[1:]}'",)))


def _says_enough(typed: str) -> bool:
    """One Latin letter begins a word of nearly every text."""
    return len(typed.strip()) > 1 or not typed.strip().isascii()
