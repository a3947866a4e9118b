"""A reaction that would count twice if it were told twice, and is slow enough to be killed at work."""

from django.db import connection

from zhike.core.timeline.reactions import Batch, reaction


@reaction()
def count(events: Batch) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into tally (event_id) select unnest(%s::bigint[])", [[event.pk for event in events]])
        cursor.execute("select pg_sleep(0.15)")
