"""Taking apart: both return, nothing is lost, whenever it happens."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.clients.merging.errors import CannotMerge
from zhike.clients.merging.later import later_fields, later_rows
from zhike.clients.merging.models import Merge
from zhike.clients.merging.tests.everything import everything
from zhike.clients.merging.undoing import unmerge
from zhike.clients.merging.workflows import merge
from zhike.clients.models import Client, Contact
from zhike.core.discussion.workflows import comment
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.search.models import SearchEntry
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log

SLOW = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
LISTS = st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True, max_size=3)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "tags": LISTS,
        "industry": st.sampled_from(["", "Pharma", "Care"]),
        "about": st.sampled_from(["", "One", "Two"]),
        "visibility": st.sampled_from(["", "team", "few"]),
        "emails": LISTS.map(lambda names: [f"{name}@x.example" for name in names]),
        "size": st.sampled_from(["", "1-9"]),
    },
)
SIDES = st.dictionaries(
    st.sampled_from(["tags", "industry", "about", "emails", "name"]), st.sampled_from(["winner", "loser", "both"])
)


def fresh(record):
    return type(record).objects.get(pk=record.pk)


@SLOW
@given(VALUES, VALUES, SIDES)
def test_merging_and_taking_apart_leaves_everything_as_it_was(cast, twin, ours, theirs, sides):
    fresh(cast.qingchuan).amend(by=cast.lena, **ours)
    fresh(twin.client).amend(by=cast.lena, **theirs)
    deliver_all()
    before = everything()
    done = merge(fresh(cast.qingchuan), fresh(twin.client), by=cast.lena, choices=sides)
    deliver_all()
    assert everything() != before
    unmerge(done, by=cast.lena)
    deliver_all()
    assert everything() == before
    clients = dict(SearchEntry.objects.filter(record_type="todos.todo").values_list("record_id", "client"))
    assert clients[twin.todo.pk] == twin.client.pk


@SLOW
@given(VALUES, VALUES, VALUES, st.booleans())
def test_edits_after_a_merge_are_kept_on_one_side_or_the_other(cast, twin, ours, theirs, later, stay):
    winner, loser = fresh(cast.qingchuan), fresh(twin.client)
    winner.amend(by=cast.lena, **ours)
    loser.amend(by=cast.lena, **theirs)
    done = merge(winner, loser, by=cast.lena)
    merged = fresh(winner)
    merged.amend(by=cast.lena, **later)
    side = "winner" if stay else "loser"
    edited = later_fields(done, merged, {})
    unmerge(done, by=cast.lena, choices={one.key: side for one in edited})
    one, other = fresh(winner), fresh(loser)
    for field in edited:
        holder = one if stay else other
        said = getattr(holder, field.name)
        new = [value for value in field.now if value not in field.merged] if isinstance(field.now, list) else field.now
        assert set(new) <= set(said) if isinstance(new, list) else said == new
    for name, value in theirs.items():
        assert value == getattr(other, name) or name in {field.name for field in edited}


def test_it_can_be_undone_after_months_and_later_facts_are_divided(cast, twin):
    done = merge(cast.qingchuan, twin.client, by=cast.lena)
    Merge.objects.filter(pk=done.pk).update(at=timezone.now() - timedelta(days=90))
    with_zheng = log(by=cast.lena, client=cast.qingchuan, kind="call", text="Later", contacts=[twin.zheng])
    with_clara = log(by=cast.lena, client=cast.qingchuan, kind="call", text="Later", contacts=[cast.clara])
    about_file = add_todo(fresh(twin.said), by=cast.lena, title="Check it", owner=cast.lena)
    said, _mentions = comment(cast.qingchuan, by=cast.lena, text="Which of the two?")
    offered = {one.record: one.taken for one in later_rows(done, cast.qingchuan, {}) if one.offered}
    assert offered == {with_zheng: "loser", with_clara: "winner", about_file: "loser", said: "winner"}
    unmerge(done, by=cast.lena, choices={f"row:discussion.comment:{said.pk}": "loser"})
    places = {one: fresh(one).client for one in offered}
    assert places == {with_zheng: twin.client, with_clara: cast.qingchuan, about_file: twin.client, said: twin.client}
    assert fresh(said).record_id == twin.client.pk
    came = Event.objects.filter(kind="merging.given", client=twin.client.pk)
    assert {event.record_id for event in came if event.record_type.startswith("conv")} == {with_zheng.pk}


def test_what_was_given_to_a_third_meanwhile_stays_there(cast, twin):
    done = merge(cast.qingchuan, twin.client, by=cast.lena)
    third = Client.objects.add(by=cast.lena, name="Third", owner=cast.lena)
    fresh(twin.zheng).amend(by=cast.lena, client=third)
    unmerge(done, by=cast.lena)
    assert fresh(twin.zheng).client == third
    assert fresh(twin.todo).client == twin.client


def test_chains_are_undone_from_their_end(cast, twin):
    third = Client.objects.add(by=cast.lena, name="Third", owner=cast.lena)
    deliver_all()
    before = everything()
    first = merge(cast.qingchuan, twin.client, by=cast.mona)
    second = merge(third, fresh(cast.qingchuan), by=cast.mona)
    deliver_all()
    assert Client.objects.by_reference(twin.client.reference).get() == third
    assert fresh(twin.said).client == third
    with pytest.raises(CannotMerge, match="itself been merged"):
        unmerge(first, by=cast.mona)
    unmerge(second, by=cast.mona)
    assert Client.objects.by_reference(twin.client.reference).get() == cast.qingchuan
    unmerge(first, by=cast.mona)
    deliver_all()
    assert everything() == before


def test_two_merges_into_one_are_undone_in_any_order(cast, twin):
    third = Client.objects.add(by=cast.lena, name="Third", owner=cast.lena)
    deliver_all()
    before = everything()
    first = merge(cast.qingchuan, twin.client, by=cast.lena)
    second = merge(fresh(cast.qingchuan), third, by=cast.lena)
    unmerge(first, by=cast.lena)
    unmerge(second, by=cast.lena)
    deliver_all()
    assert everything() == before


def test_a_person_taken_apart_has_their_own_places_and_conversations(cast, twin):
    again = Contact.objects.add(by=cast.ada, name="Chen Lan", client=cast.tramlight)
    log(by=cast.ada, client=cast.qingchuan, kind="call", text="Hello", contacts=[cast.clara])
    deliver_all()
    before = everything()
    done = merge(cast.clara, again, by=cast.ada, choices={"client": "loser"})
    unmerge(done, by=cast.ada)
    deliver_all()
    assert everything() == before


def test_it_refuses_who_might_not_have_merged(cast, twin):
    done = merge(cast.qingchuan, twin.client, by=cast.mona)
    for person in (cast.omar, cast.ida, cast.rita):
        with pytest.raises(Forbidden):
            unmerge(done, by=person)


def test_it_refuses_a_second_time(cast, twin):
    done = merge(cast.qingchuan, twin.client, by=cast.lena)
    unmerge(done, by=cast.lena)
    with pytest.raises(CannotMerge, match="already"):
        unmerge(done, by=cast.lena)
    assert merge(fresh(cast.qingchuan), fresh(twin.client), by=cast.lena).pk != done.pk
