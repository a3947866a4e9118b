"""Nobody rewrites history."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.cast import make_cast
from zhike.core.record.events import EDITED
from zhike.core.timeline.door import open_door
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import tell


@pytest.mark.parametrize(
    "attack",
    ["update timeline_event set facts = '{}'", "delete from timeline_event", "truncate timeline_event cascade"],
)
def test_the_database_refuses(cast, attack):
    told = Event.objects.count()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert Event.objects.count() == told


def test_the_audited_door_opens_for_its_transaction_only(cast):
    with open_door():
        Event.objects.filter(record_id=cast.clara.pk).update(facts={})
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.update(facts={"name": "other"})


@pytest.mark.django_db(transaction=True)
def test_an_event_is_told_inside_a_transaction_only():
    cast = make_cast()
    with pytest.raises(transaction.TransactionManagementError):
        tell(EDITED, cast.qingchuan, by=cast.lena)
