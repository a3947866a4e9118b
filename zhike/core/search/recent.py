"""What a person opened last: the palette's answer before anything is typed."""

from typing import Any

from django.db import connection

from zhike.core.search.hits import Hit
from zhike.core.search.models import Opened
from zhike.core.search.seeing import seen_records
from zhike.core.search.sources import sources

KEPT = 40
REMEMBER = """
with quick as materialized (select set_config('synchronous_commit', 'off', true))
insert into search_opened as o (user_id, record_type, record_id) select %s, %s, %s from quick
on conflict (user_id, record_type, record_id) do update set at = excluded.at where o.at < now() - interval '1 minute'
"""
TRIM = """
delete from search_opened where user_id = %s and at <= (
    select at from search_opened where user_id = %s order by at desc offset %s limit 1
)
"""


def remember(record: Any, *, by: Any) -> None:
    """Note that this person opened the record; nothing is written when it was a moment ago.

    Reading does not wait for the disk: what was opened in the second before a crash may be forgotten.
    """
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER, [by.pk, record._meta.label_lower, record.pk])


def recent(user: Any, limit: int = 8, kind: str = "") -> list[Hit]:
    """What the person opened last and still sees, the newest first; of one record type, if `kind` names it."""
    known = sources()
    opened = Opened.objects.filter(user=user, record_type__in=[kind] if kind else known).order_by("-at", "-pk")
    rows = list(opened.values_list("record_type", "record_id")[: 2 * limit])
    if len(rows) == 2 * limit and not kind:
        _trim(user)
    wanted: dict[Any, list[int]] = {}
    for record_type, record_id in rows:
        wanted.setdefault(known[record_type], []).append(record_id)
    seen = seen_records(wanted, user)
    hits = [Hit(seen[row][0], known[row[0]], "", seen[row][1]) for row in rows if row in seen]
    return [hit for hit in hits if not hit.archived][:limit]


def _trim(user: Any) -> None:
    """What was opened long ago is not kept."""
    with connection.cursor() as cursor:
        cursor.execute(TRIM, [user.pk, user.pk, KEPT])
