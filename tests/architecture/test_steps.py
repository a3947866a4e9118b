"""Every step: it refuses who may not, leaves an event, and refuses what is not in its state."""

import pytest

from tests.architecture.makers import HIDDEN_FROM_READERS, MAKERS
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.timeline.kinds import KINDS
from zhike.core.timeline.models import Event


def test_its_event_is_declared(owner, step):
    assert step.tells.name in KINDS


def test_it_refuses_a_reader(owner, step, cast):
    record = MAKERS[owner.name](cast, 1)
    with pytest.raises(Forbidden):
        getattr(record, step.name)(by=cast.rita)
    assert not Event.objects.filter(record_type=owner.record_type, record_id=record.pk, actor=cast.rita).exists()


def test_it_refuses_a_stranger_by_address(owner, step, cast, browse):
    record = MAKERS[owner.name](cast, 1)
    answer = browse(cast.rita).post(owner.url("step", record, step=step.name))
    assert answer.status_code in ((404,) if owner.name in HIDDEN_FROM_READERS else (403, 422))


def test_it_refuses_the_wrong_state(owner, step, cast):
    """A step that does not start from a fresh record is refused without a trace."""
    record = MAKERS[owner.name](cast, 1)
    if step.starts_from(record):
        return
    version = record.version
    with pytest.raises(Refused):
        getattr(record, step.name)(by=cast.ada)
    record.refresh_from_db()
    assert record.version == version


def test_a_step_without_questions_tells_one_event(owner, step, cast):
    record = MAKERS[owner.name](cast, 1)
    if step.form or not step.offered_to(cast.ada, record):
        return
    told = getattr(record, step.name)(by=cast.ada)
    assert told.kind == step.tells.name
    assert told.actor == cast.ada
