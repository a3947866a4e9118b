"""When somebody of us last had to do with a client, and by which way: kept in the client's own row."""

from collections.abc import Iterable

from django.db import connection

LATEST = """
update clients_client c set last_contact_at = found.at, last_channel = found.kind
from (
    select one.id, last.happened_at as at, coalesce(last.kind, '') as kind
    from unnest(%s::bigint[]) as one(id)
    left join lateral (
        select happened_at, kind from conversations_conversation
        where client_id = one.id and kind <> 'note' and archived_at is null
        order by happened_at desc limit 1
    ) last on true
) found
where c.id = found.id and (c.last_contact_at is distinct from found.at or c.last_channel is distinct from found.kind)
"""


def refresh_last_contact(clients: Iterable[int]) -> None:
    """Set it to the latest conversation that is not a note, in one statement; their versions stay."""
    with connection.cursor() as cursor:
        cursor.execute(LATEST, [sorted(clients)])
