"""Every reaction sees each event once: handing it the same batch again changes nothing."""

from django.db import connection

from tests.architecture.makers import OF_A_CLIENT
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event, Undelivered
from zhike.core.timeline.reactions import REACTIONS

IGNORED = {"django_session", "cache", "procrastinate_jobs", "procrastinate_events"}


def test_every_reaction_is_idempotent(cast):
    for make in OF_A_CLIENT.values():
        record = make(cast, 1)
        if record.archive is not None:
            record.archive(by=cast.ada)
    deliver_all()
    assert not Undelivered.objects.exists()
    before = rows()
    for reaction in REACTIONS.values():
        if wanted := [event for event in Event.objects.order_by("pk") if reaction.wants(event)]:
            reaction.run(wanted)
    assert rows() == before


def rows() -> dict[str, int]:
    """How many rows each table has."""
    tables = set(connection.introspection.table_names()) - IGNORED
    with connection.cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f'select count(*) from "{table}"')
            found[table] = cursor.fetchone()[0]
    return found
