"""Two people merge the same record at the same moment: one wins, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from zhike.clients.merging.errors import CannotMerge
from zhike.clients.merging.models import Merge
from zhike.clients.merging.workflows import merge
from zhike.clients.models import Client


@pytest.mark.django_db(transaction=True)
def test_two_merges_of_one_record_end_in_one(cast):
    loser, other = (
        Client.objects.add(by=cast.lena, name=name, owner=cast.lena, team=cast.lena.team) for name in ("One", "Two")
    )
    together = Barrier(2)

    def try_it(winner):
        together.wait(10)
        try:
            return merge(Client.objects.get(pk=winner), Client.objects.get(pk=loser.pk), by=cast.lena)
        except CannotMerge as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(try_it, (cast.qingchuan.pk, other.pk)))
    assert sorted(type(one).__name__ for one in answers) == ["CannotMerge", "Merge"]
    done = Merge.objects.get()
    loser.refresh_from_db()
    assert loser.merged_into_id == done.record_id
