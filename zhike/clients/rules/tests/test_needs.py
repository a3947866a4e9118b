"""Which events may change whom a rule fits: no more than need be, and never fewer."""

from zhike.clients.rules.needs import needs, touched_clients
from zhike.clients.rules.reading import read
from zhike.core.timeline.models import Event
from zhike.core.todos.workflows import add_todo

CARE = {"field": "industry", "is": "Care"}


def events(after: int = 0):
    return Event.objects.filter(pk__gt=after).order_by("pk")


def latest() -> int:
    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def test_an_edit_of_what_it_asks_touches(cast):
    before = latest()
    cast.qingchuan.amend(by=cast.lena, industry="Care")
    assert touched_clients(events(before), needs(read(CARE))) == {cast.qingchuan.pk}


def test_an_edit_of_anything_else_does_not(cast):
    before = latest()
    cast.qingchuan.amend(by=cast.lena, city="杭州")
    assert touched_clients(events(before), needs(read(CARE))) == set()


def test_a_client_that_is_new_or_gone_or_back_touches(cast):
    before = latest()
    cast.qingchuan.archive(by=cast.lena)
    assert touched_clients(events(before), needs(read(CARE))) == {cast.qingchuan.pk}
    added = events().filter(kind="record.added", record_type="clients.client")
    assert touched_clients(added, needs(read(CARE))) == {cast.qingchuan.pk, cast.tramlight.pk}


def test_a_to_do_that_moves_touches_both_clients(cast):
    wants = needs(read({"field": "open_todos", "at_least": 1}))
    todo = add_todo(cast.qingchuan, by=cast.ada, title="Call", owner=cast.ada)
    before = latest()
    todo.amend(by=cast.ada, client=cast.tramlight)
    assert touched_clients(events(before), wants) == {cast.qingchuan.pk, cast.tramlight.pk}
    assert touched_clients(events(before), needs(read(CARE))) == set()


def test_it_knows_whether_the_day_matters(cast):
    assert not needs(read(CARE)).day
    assert needs(read({"not": {"field": "last_contact_at", "last_days": 30}})).day
    assert not needs(read({"field": "next_follow_up", "on": "2026-05-13"})).day
