"""Two people merge the same record at the same moment: one wins, the other is told."""

import pytest

from tests.at_once import at_once
from zhike.clients.merging.models import Merge
from zhike.clients.merging.workflows import merge
from zhike.clients.models import Client


@pytest.mark.django_db(transaction=True)
def test_two_merges_of_one_record_end_in_one(cast):
    loser, other = (
        Client.objects.add(by=cast.lena, name=name, owner=cast.lena, team=cast.lena.team) for name in ("One", "Two")
    )

    def into(winner):
        return lambda: merge(Client.objects.get(pk=winner), Client.objects.get(pk=loser.pk), by=cast.lena)

    answers = at_once(into(cast.qingchuan.pk), into(other.pk))
    assert sorted(type(one).__name__ for one in answers) == ["CannotMerge", "Merge"]
    done = Merge.objects.get()
    loser.refresh_from_db()
    assert loser.merged_into_id == done.record_id
