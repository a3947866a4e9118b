"""Moving a record from state to state: by whom, from where, one at a time."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.at_once import at_once
from tests.cast import make_cast
from zhike.core.lifecycle.errors import Forbidden, Refused, StaleEdit, VerbInsideVerb, WrongState
from zhike.core.lifecycle.transition import steps_of
from zhike.core.lifecycle.verbs import holding
from zhike.core.timeline.models import Event
from zhike.domains.conversations.models import Conversation


@pytest.fixture
def question(cast):
    return Conversation.objects.add(by=cast.lena, client=cast.qingchuan, direction="in", text="When?", state="waiting")


def test_it_moves_and_tells(question, omar):
    told = question.answer(by=omar)
    question.refresh_from_db()
    assert question.state == "answered"
    assert (told.kind, told.actor, told.fact("from")) == ("conversation.answered", omar, "waiting")


def test_it_refuses_a_reader(question, rita):
    with pytest.raises(Forbidden):
        question.answer(by=rita)
    question.refresh_from_db()
    assert question.state == "waiting"


def test_it_refuses_the_wrong_state_and_says_which_it_is_in(question, lena):
    question.answer(by=lena)
    with pytest.raises(WrongState, match="Answered"):
        question.dismiss(by=lena)


def test_it_refuses_a_version_that_is_no_longer(question, lena):
    version = question.version
    question.amend(by=lena, subject="Date")
    with pytest.raises(StaleEdit):
        question.answer(by=lena, version=version)


def test_it_sees_what_others_did_meanwhile(question, lena, omar):
    """The record in hand may be old: the lock brings it up to date before anything is checked."""
    old = Conversation.objects.get(pk=question.pk)
    question.answer(by=omar)
    with pytest.raises(WrongState):
        old.answer(by=lena)


def test_a_verb_inside_a_verb_on_the_same_record_is_an_error(question, lena):
    with pytest.raises(VerbInsideVerb), holding(question, by=lena, may=lambda *_: True):
        question.answer(by=lena)


def test_it_writes_only_what_it_changed(question, lena, django_assert_num_queries):
    with django_assert_num_queries(5):  # savepoint, lock, write, event, release
        question.answer(by=lena)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_wins_and_the_other_is_told():
    cast = make_cast()
    question = Conversation.objects.add(
        by=cast.lena, client=cast.qingchuan, direction="in", text="When?", state="waiting"
    )
    mine, yours = (Conversation.objects.get(pk=question.pk) for _one in range(2))
    answers = at_once(partial(mine.answer, by=cast.lena), partial(yours.answer, by=cast.omar))
    assert sorted(type(one).__name__ for one in answers) == ["Event", "WrongState"]
    assert Event.objects.filter(kind="conversation.answered").count() == 1


class AnyWalk(TestCase):
    """Whatever people press in whatever order: states follow the declared graph, and each move is one event."""

    @given(st.lists(st.sampled_from(sorted(steps_of(Conversation)))))
    def test_it_follows_the_graph(self, presses):
        cast = make_cast()
        record = Conversation.objects.add(by=cast.lena, client=cast.qingchuan, text="Hello", state="waiting")
        moves = 0
        for name in presses:
            step, before = steps_of(Conversation)[name], record.state
            allowed = step.starts_from(record)
            try:
                getattr(record, name)(by=cast.lena)
                moves += 1
                assert allowed
                assert record.state == (step.target or before)
            except Refused:
                assert not allowed
                assert record.state == before
        assert record.version == 1 + moves
        assert Event.objects.filter(record_type=record._meta.label_lower, record_id=record.pk).count() == 1 + moves
