"""A segment worked out anew over all clients, beside the same set in bare SQL.

Ours: the rule read, compiled, and every stretch moved as the job does it. Bare: one statement through psycopg that
inserts the same clients into a table with the same keys, and one that finds nobody to leave. Both are undone.
"""

from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection, transaction

from bench.bare import Bare
from bench.shape import Shape
from zhike.clients.rules.fitting import company_day
from zhike.clients.rules.reading import read
from zhike.clients.segments.keeping import stretches
from zhike.clients.segments.models import Segment
from zhike.clients.segments.moving import move

ROUNDS = 5
RULE = {
    "all": [
        {"any": [{"field": "size", "any_of": ["250-999", "1000+"]}, {"field": "industry", "holds": "a"}]},
        {"not": {"field": "last_contact_at", "last_days": 30}},
        {"field": "owner", "filled": True},
    ]
}
TABLE = """
create temporary table bare_membership (
    id bigserial primary key, segment_id bigint not null, client_id bigint not null,
    entered_at timestamptz not null, entered_why jsonb not null, left_at timestamptz, left_why jsonb not null
)
"""
KEYS = (
    "create unique index on bare_membership (segment_id, client_id) where left_at is null",
    "create index on bare_membership (segment_id)",
    "create index on bare_membership (client_id)",
    "create index on bare_membership (segment_id, entered_at desc)",
    "create index on bare_membership (segment_id, left_at desc) where left_at is not null",
)
FITS = """
select id from clients_client
where archived_at is null and (size in ('250-999', '1000+') or upper(industry) like '%A%')
    and (last_contact_at >= current_date - 30 and last_contact_at < current_date + 1) is not true
    and owner_id is not null
"""
ENTER = f"""
insert into bare_membership (segment_id, client_id, entered_at, entered_why, left_why)
select 1, id, now(), '{{"cause": "rule"}}', '{{}}' from ({FITS}) f
"""
LEAVE = f"""
update bare_membership m set left_at = now()
where segment_id = 1 and left_at is null and not exists (select from ({FITS}) f where f.id = m.client_id)
"""


def measure(shape: Shape) -> dict[str, Any]:
    """The row of the report. Turn and turn about: each works over all clients."""
    bare, ours, theirs, members = Bare(), [], [], 0
    for statement in (TABLE, *KEYS):
        bare.plain.execute(statement)
    for _round in range(ROUNDS):
        spent, members = _ours()
        ours.append(spent)
        theirs.append(_bare(bare))
    bare.close()
    whole, alone = median(ours), median(theirs)
    return {
        "scenario": "segments",
        "ratio": round(whole / alone, 2),
        "ours_ms": round(whole, 1),
        "bare_ms": round(alone, 1),
        "rounds": ROUNDS,
        "clients": shape.clients,
        "members": members,
    }


def _ours() -> tuple[float, int]:
    """Milliseconds, and how many came in; rolled back."""
    with transaction.atomic():
        segment, count = Segment.objects.create(name="Bench", rule=RULE), 0
        began = perf_counter()
        rule = read(segment.rule)
        for scope in stretches():
            count += len(move(segment, rule, scope, {"cause": "rule"}, today=company_day()).entered)
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
        spent = (perf_counter() - began) * 1_000
        transaction.set_rollback(True)
    return spent, count


def _bare(bare: Bare) -> float:
    bare.plain.execute("truncate bare_membership")
    began = perf_counter()
    with bare.plain.transaction():
        bare.plain.execute(ENTER)
        bare.plain.execute(LEAVE)
    return (perf_counter() - began) * 1_000
