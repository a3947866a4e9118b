"""Changing a record's fields: through one door, with what was and what is."""

import pytest

from zhike.core.lifecycle.errors import Forbidden, StaleEdit
from zhike.core.timeline.models import Event


def test_it_tells_what_was_and_what_is(qingchuan, lena, omar):
    told = qingchuan.amend(by=lena, deputy=omar, tags=["VIP"])
    assert told.fact("changed") == {"deputy": [None, {"id": omar.pk, "text": "Omar"}], "tags": [[], ["VIP"]]}
    qingchuan.refresh_from_db()
    assert (qingchuan.deputy, qingchuan.version) == (omar, 2)


def test_it_tells_nothing_when_nothing_changes(qingchuan, lena):
    assert qingchuan.amend(by=lena, short_name="晴川医疗", owner=lena) is None
    qingchuan.refresh_from_db()
    assert qingchuan.version == 1


def test_it_refuses_a_reader(qingchuan, rita):
    with pytest.raises(Forbidden):
        qingchuan.amend(by=rita, short_name="Other")


def test_it_refuses_a_stale_edit_and_gives_what_stands_now(qingchuan, lena, omar):
    qingchuan.amend(by=omar, short_name="晴川")
    with pytest.raises(StaleEdit) as refused:
        qingchuan.amend(by=lena, version=1, short_name="晴")
    assert refused.value.current.short_name == "晴川"


def test_own_values_stand_beside_the_others(qingchuan, lena):
    qingchuan.amend(by=lena, own_grade="A")
    qingchuan.amend(by=lena, own_since="2024-05-01")
    qingchuan.refresh_from_db()
    assert qingchuan.custom == {"grade": "A", "since": "2024-05-01"}


def test_it_leaves_no_half_when_the_event_cannot_be_told(qingchuan, lena, monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr("zhike.core.record.amending.tell", fail)
    with pytest.raises(RuntimeError):
        qingchuan.amend(by=lena, short_name="Half")
    qingchuan.refresh_from_db()
    assert qingchuan.short_name == "晴川医疗"
    assert Event.objects.filter(kind="record.edited").count() == 0
