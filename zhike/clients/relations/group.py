"""A group of companies: everything above a client and all that belongs to it, as a tree."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from zhike.clients.models import Client

DEEPEST = 12
# Up to the tops, then down again; `path` keeps a circle, should one exist, from turning for ever.
TREE = """
with recursive held as (
    select client_id as child, other_id as parent from relations_relation
    where kind = 'subsidiary' and archived_at is null and (until is null or until >= current_date)
), up as (
    select %(client)s::bigint as id, 0 as depth
    union
    select held.parent, up.depth + 1 from up join held on held.child = up.id where up.depth < %(deepest)s
), down as (
    select distinct up.id, array[up.id] as path from up where not exists (select from held where held.child = up.id)
    union all
    select held.child, down.path || held.child from down join held on held.parent = down.id
    where held.child <> all (down.path) and cardinality(down.path) <= %(deepest)s
)
select id, path from down order by path
"""


@dataclass(frozen=True)
class Member:
    """`depth` 0 is at the top; `client` is None where the reader does not see it."""

    client: Any
    depth: int
    here: bool


def group_of(client: Any, user: Any) -> list[Member]:
    """The tree from top to bottom; empty for a client that stands alone. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(TREE, {"client": client.pk, "deepest": DEEPEST})
        found = cursor.fetchall()
    if len(found) < 2:
        return []
    seen = Client.objects.visible_to(user).in_bulk([pk for pk, _path in found])
    return [Member(seen.get(pk), len(path) - 1, pk == client.pk) for pk, path in found]


def would_turn_in_a_circle(client: Any, parent: Any) -> bool:
    """Whether the parent belongs to the client already, however far down."""
    sql = """
    with recursive below as (
        select %s::bigint as id
        union
        select r.client_id from relations_relation r join below on r.other_id = below.id
        where r.kind = 'subsidiary' and r.archived_at is null
    ) select exists (select from below where id = %s)
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [client.pk, parent.pk])
        return bool(cursor.fetchone()[0])
