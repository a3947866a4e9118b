"""Editions of the strategy: written, put in force, followed by the next."""

from functools import partial

import pytest

from tests.at_once import at_once
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.insight.strategy.differing import changes
from zhike.insight.strategy.errors import DraftThere, NothingWritten
from zhike.insight.strategy.forms import StrategyForm
from zhike.insight.strategy.models import Strategy


def test_everybody_reads_what_is_in_force_and_those_who_lead_the_draft(draft, cast, client):
    page = f"/strategies/{draft.reference}/"
    client.force_login(cast.rita)
    assert client.get(page).status_code == 404
    assert client.get("/strategy/").url == "/strategies/"
    draft.put_in_force(by=cast.mona)
    assert client.get("/strategy/").url == page
    assert "Two <strong>tiers</strong>" in client.get(page).content.decode()


def test_who_does_not_lead_writes_none(draft, cast):
    with pytest.raises(Forbidden):
        Strategy.objects.add(by=cast.lena, title="Mine")
    with pytest.raises(Forbidden):
        draft.put_in_force(by=cast.lena)


def test_what_is_in_force_stays_as_it_is(draft, cast):
    draft.put_in_force(by=cast.mona)
    with pytest.raises(WrongState):
        draft.amend(by=cast.mona, care="Nobody has one")
    with pytest.raises(WrongState):
        draft.add_goal(by=cast.mona, name="x", target=1, by_day=None, better="at_least")
    assert list(StrategyForm(instance=draft, by=cast.mona).fields) == ["title", "version"]


def test_an_empty_one_is_not_put_in_force(cast):
    with pytest.raises(NothingWritten):
        Strategy.objects.add(by=cast.mona, title="Empty").put_in_force(by=cast.mona)


def test_a_new_edition_takes_over_what_there_was_and_supersedes_it(draft, cast):
    draft.put_in_force(by=cast.mona)
    draft.revise(by=cast.mona)
    following = Strategy.objects.get(state="draft")
    assert (following.number, following.care) == (draft.number + 1, "Each has an owner.")
    assert [goal.name for goal in following.goals.all()] == ["Nobody is forgotten", "They like us"]
    with pytest.raises(DraftThere):
        draft.revise(by=cast.mona)
    following.put_in_force(by=cast.mona)
    draft.refresh_from_db()
    assert (draft.state, following.state, Strategy.objects.in_force()) == ("superseded", "in_force", following)
    assert Event.objects.filter(kind="strategy.superseded", record_id=draft.pk).count() == 1


def test_two_editions_are_told_apart_word_by_word(draft, cast, client):
    draft.put_in_force(by=cast.mona)
    draft.revise(by=cast.mona)
    following = Strategy.objects.get(state="draft")
    following.amend(by=cast.mona, care="Each has a deputy.")
    following.strike_goal(by=cast.mona, goal=following.goals.get(name="They like us"))
    found = {one.label: (one.before, one.after) for one in changes(draft, following)}
    assert list(found) == ["How we care for them", "They like us"]
    assert found["How we care for them"][1] == "Each has <ins>a</ins> <ins>deputy</ins>."
    assert found["They like us"][1] == ""
    client.force_login(cast.mona)
    page = client.get(f"/strategy/{draft.reference}/changes/?against={following.reference}").content.decode()
    assert "<ins>deputy</ins>" in page
    client.force_login(cast.lena)
    assert client.get(f"/strategy/{draft.reference}/changes/?against={following.reference}").status_code == 404


def test_it_is_had_as_a_document(draft, cast, client):
    draft.put_in_force(by=cast.mona)
    client.force_login(cast.lena)
    answer = client.get(f"/documents/{draft.reference}/strategy.pdf?language=zh")
    assert answer.status_code == 200 and b"".join(answer).startswith(b"%PDF")


@pytest.mark.django_db(transaction=True)
def test_two_begun_in_the_same_moment_get_two_numbers(cast, draft):
    made = at_once(*(partial(Strategy.objects.add, by=cast.mona, title="客户管理策略") for _one in range(2)))
    assert sorted(one.number for one in made) == [draft.number + 1, draft.number + 2]
