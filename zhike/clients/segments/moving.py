"""Who enters and who leaves a segment: two statements over whatever clients are asked again.

Both hold the segment's lock, so that two processes at one segment follow each other; each statement then sees what was
committed before it. Done twice, nothing moves the second time.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from zhike.clients.models import Client
from zhike.clients.rules.fitting import fits
from zhike.clients.rules.reading import Rule
from zhike.clients.segments.why import Why

LOCKS = 7_265_300

ENTER = """
insert into segments_membership (segment_id, client_id, entered_at, entered_why, left_why)
select %s, f.id, coalesce((%s::jsonb -> f.id::text ->> 'at')::timestamptz, now()),
    coalesce(%s::jsonb -> f.id::text -> 'why', %s::jsonb), '{{}}'
from ({fitting}) f(id)
where not exists (
    select from segments_membership m where m.segment_id = %s and m.client_id = f.id and m.left_at is null
)
on conflict (segment_id, client_id) where left_at is null do nothing
returning client_id
"""
LEAVE = """
update segments_membership m
set left_at = coalesce((%s::jsonb -> m.client_id::text ->> 'at')::timestamptz, now()),
    left_why = coalesce(%s::jsonb -> m.client_id::text -> 'why', %s::jsonb)
where m.segment_id = %s and m.left_at is null and {scope}
    and not exists (select from ({fitting}) f(id) where f.id = m.client_id)
returning client_id
"""


@dataclass(frozen=True)
class Scope:
    """The clients to ask again: these, or those with a number above `after` up to `until`."""

    ids: Sequence[int] = ()
    after: int = 0
    until: int = 0

    @property
    def clients(self) -> Q:
        return Q(pk__in=self.ids) if self.ids else Q(pk__gt=self.after, pk__lte=self.until)

    @property
    def sql(self) -> tuple[str, list[Any]]:
        if self.ids:
            return "m.client_id = any(%s)", [list(self.ids)]
        return "m.client_id > %s and m.client_id <= %s", [self.after, self.until]


@dataclass
class Moves:
    entered: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)


def move(
    segment: Any,
    rule: Rule,
    scope: Scope,
    why: Why,
    each: dict[int, dict[str, Any]] | None = None,
    today: date | None = None,
) -> Moves:
    """Let in whom the rule fits now and see off whom it does not. `each` gives {at, why} by client where it is known
    better than `why` and now."""
    query = fits(rule, Client.objects.standing().filter(scope.clients), today).order_by().values("pk").query
    fitting, params = query.sql_with_params()
    known, general = json.dumps(each or {}), json.dumps(why)
    within, bounds = scope.sql
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [LOCKS, segment.pk])
        cursor.execute(ENTER.format(fitting=fitting), [segment.pk, known, known, general, *params, segment.pk])
        entered = [row[0] for row in cursor.fetchall()]
        told = [known, known, general, segment.pk, *bounds, *params]
        cursor.execute(LEAVE.format(fitting=fitting, scope=within), told)
        return Moves(entered, [row[0] for row in cursor.fetchall()])
