"""What was changed past the program is found."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from zhike.agreements.checking import check_chains
from zhike.agreements.models import Act, Entry, Promise
from zhike.clients.privacy.erasing import Known, erase
from zhike.core.timeline.door import open_door
from zhike.core.timeline.moment import at


def test_acts_follow_one_another_in_the_chain_of_their_client(promise, clause, cast):
    promise.confirm(by=cast.lena, contact=cast.clara, how="call")
    acts = list(Act.objects.chained(cast.qingchuan.pk))
    assert [act.number for act in acts] == [1, 2, 3, 4]
    assert [act.previous for act in acts[1:]] == [act.hash for act in acts[:-1]]
    checked = check_chains()
    assert (checked.acts, checked.faults) == (4, [])


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("update agreements_entry set text = 'otherwise'", ("entry.text",)),
        ("update agreements_act set how = 'mail' where verb = 'confirmed'", ("how",)),
        ("update agreements_act set effective_on = '2020-01-01' where number = 1", ("effective_on",)),
        ("update agreements_act set hash = repeat('0', 64) where number = 1", ("chain",)),
        ("delete from agreements_act where number = 1", ("gap", "chain")),
    ],
)
def test_a_change_past_the_program_is_found(promise, cast, change, found):
    promise.confirm(by=cast.lena, contact=cast.clara, how="call")
    with open_door(), connection.cursor() as cursor:
        cursor.execute(change)
    assert check_chains().faults[0].what == found


def test_an_erased_person_leaves_the_chain_whole(promise, cast):
    said = {"client": cast.qingchuan, "side": "them", "text": "陈岚下周给名单", "contact": cast.clara}
    theirs = Promise.objects.add(by=cast.lena, **said)
    theirs.confirm(by=cast.lena, contact=cast.clara, how="chat", words="我是陈岚，没问题")
    erase(cast.clara, by=cast.mona, reason="她要求", ticked=[one.key for one in Known(cast.clara).mentions])
    assert "陈岚" not in Entry.objects.get(pk=theirs.pk).text
    assert not Act.objects.filter(words__contains="陈岚").exists()
    assert check_chains().faults == []


def test_it_holds_wherever_the_writers_clock_stands(cast):
    with at(datetime(2026, 4, 30, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))):
        Promise.objects.add(by=cast.lena, client=cast.qingchuan, text="x")
    assert check_chains().faults == []
